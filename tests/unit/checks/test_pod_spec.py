"""Pod specs as the server decodes them."""

import json
from pathlib import Path
from typing import Any

import pytest

from flytec.checks.pod_spec import PodContainer, PodFault, container_name_faults, read_pod
from flytec.ir import pb
from flytec.ir.codec import struct_of

RECORDED = Path(__file__).parents[2] / "control_plane/libraries/pod_specs.jsonl"
WHOLE = "expected a whole number of 32 bits"


def faults(spec: dict[str, Any]) -> list[PodFault]:
    return list(read_pod(struct_of(spec)).faults)


def test_every_recorded_pod_spec() -> None:
    rows = [json.loads(row) for row in RECORDED.read_text().splitlines()]
    assert [[spec, not faults(spec)] for spec, _ in rows] == rows


@pytest.mark.parametrize(
    ("spec", "path", "message"),
    [
        ({"containers": {}}, "containers", "containers is an object, expected a list"),
        ({"containers": ["a"]}, "containers[0]", "containers[0] is 'a', expected an object"),
        ({"containers": [{"name": 1}]}, "containers[0].name", "containers[0].name is 1, expected a string"),
        ({"containers": [{"tty": "yes"}]}, "containers[0].tty", "containers[0].tty is 'yes', expected true or false"),
        ({"hostNetwork": []}, "hostNetwork", "hostNetwork is a list, expected true or false"),
        ({"nodeSelector": True}, "nodeSelector", "nodeSelector is true, expected an object"),
        ({"priority": 1.5}, "priority", f"priority is 1.5, {WHOLE}"),
        ({"priority": 2**31}, "priority", f"priority is 2147483648, {WHOLE}"),
        ({"PRIORITY": "a" * 50}, "priority", f"priority is '{'a' * 40}...', {WHOLE}"),
        (
            {"containers": [{"resources": {"limits": {"nvidia.com/gpu": "one"}}}]},
            "containers[0].resources.limits['nvidia.com/gpu']",
            "containers[0].resources.limits['nvidia.com/gpu'] is 'one', expected a quantity such as 500m or 1Gi",
        ),
    ],
)
def test_what_does_not_decode(spec: dict[str, Any], path: str, message: str) -> None:
    assert faults(spec) == [PodFault(path, message)]


@pytest.mark.parametrize(
    "spec",
    [
        {},
        {"containers": None},
        {"containers": [None]},
        {"madeUp": [1]},
        {"Containers": [{"NAME": "a", "command": None}]},
    ],
)
def test_what_does(spec: dict[str, Any]) -> None:
    assert faults(spec) == []


def test_a_value_with_nothing_set_is_no_json_wherever_it_stands() -> None:
    spec = pb.Struct()
    spec.fields["madeUp"].list_value.values.add()
    spec.fields["hostname"].SetInParent()
    message = "the value has nothing set, expected a JSON value"
    assert read_pod(spec).faults == (PodFault("hostname", message), PodFault("madeUp[0]", message))


def test_containers_with_their_quantities() -> None:
    spec = {"containers": [{"name": "primary", "Resources": {"requests": {"cpu": 2, "memory": " 1Gi"}}}, {}]}
    assert read_pod(struct_of(spec)).containers == (
        PodContainer("primary", {"cpu": "2", "memory": "1Gi"}, {}),
        PodContainer("", {}, {}),
    )


def test_names_of_containers() -> None:
    names = ["primary", "Primary", "", "a" * 63, "a" * 64, "-a", "a.b"]
    spec = struct_of({"containers": [{"name": name} for name in names], "initContainers": [{"name": "Any Name"}]})
    expected = "expected 1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends"
    assert list(container_name_faults(read_pod(spec))) == [
        PodFault(f"containers[{index}].name", f"the container's name is {names[index]!r}, {expected}")
        for index in (1, 2, 4, 5, 6)
    ]
