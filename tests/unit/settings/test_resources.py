"""Resources as users write them; that they answer as flytekit's is in test_parity."""

import subprocess
import sys

import pytest

from flytec.diagnostics import UserError
from flytec.settings.resources import Resources, ResourceSpec
from unit.settings.errors import refusal

HINT = "Give one quantity, or a pair of request and limit."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"cpu": {}}, "cpu is {}, expected str or int or float, or a pair of them"),
        ({"mem": 0.5}, "mem is 0.5, expected str or int, or a pair of them"),
        ({"gpu": ["1", None]}, "gpu is ['1', None], expected str or int, or a pair of them"),
        ({"ephemeral_storage": b"1Gi"}, "ephemeral_storage is b'1Gi', expected str or int, or a pair of them"),
        ({"cpu": (1, 2, 3)}, "cpu has 3 values in (1, 2, 3), expected 2 (request and limit)"),
        ({"cpu": []}, "cpu has 0 values in [], expected 2 (request and limit)"),
    ],
)
def test_wrong_quantity_is_refused(arguments: dict[str, object], message: str) -> None:
    assert refusal(lambda: Resources(**arguments), UserError) == [  # type: ignore[arg-type]
        f"FTC604 invalid-resources: Resources: {message} | {HINT}"
    ]


def test_pair_splits_into_request_and_limit_and_single_value_is_a_request() -> None:
    spec = ResourceSpec.from_multiple_resource(Resources(cpu=("1", 2), mem="1Gi", ephemeral_storage=[3, "4"]))

    assert spec == ResourceSpec(
        requests=Resources(cpu="1", mem="1Gi", ephemeral_storage=3), limits=Resources(cpu=2, ephemeral_storage="4")
    )


def test_json_form() -> None:
    spec = ResourceSpec(Resources(cpu=0.5, mem=("1", "2")), Resources())

    assert spec.to_json() == (
        '{"requests": {"cpu": 0.5, "mem": ["1", "2"], "gpu": null, "ephemeral_storage": null}, '
        '"limits": {"cpu": null, "mem": null, "gpu": null, "ephemeral_storage": null}}'
    )
    assert ResourceSpec.from_json(spec.to_json()) == ResourceSpec(Resources(cpu=0.5, mem=["1", "2"]), Resources())


def test_wrong_json_is_refused() -> None:
    assert refusal(lambda: ResourceSpec.from_json('{"requests": {}}'), UserError) == [
        "FTC604 invalid-resources: ResourceSpec: limits is missing, expected a mapping | Add limits."
    ]
    assert refusal(lambda: Resources.from_json("{"), UserError) == [
        "FTC604 invalid-resources: Resources: malformed JSON (Expecting property name enclosed in double quotes: "
        f"line 1 column 2 (char 1)), expected an object | {HINT}"
    ]


@pytest.mark.parametrize("module", ["flytec.settings", "flytec.settings.resources", "flytec.settings.target"])
def test_module_loads_without_pydantic(module: str) -> None:
    code = f"import sys, {module}; sys.exit('pydantic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
