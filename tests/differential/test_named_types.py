"""What flytec makes of types by name alone is what flytekit made of the classes themselves, in `named_types.txt`.

`named_types_oracle.py` writes that file anew, in environments that have the libraries.
"""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from flytec.codes import Code
from flytec.ir import codec, pb
from flytec.lower.literals.kinds import NotCoveredError
from flytec.lower.types import Types
from flytec.lower.types.known import NOTHING_KNOWN, Known
from flytec.lower.types.missing import class_names, missing_kind
from flytec.lower.types.named import NAMED, PLUGGED

ANSWERS = Path(__file__).with_name("named_types.txt").read_text("utf-8").splitlines()
ROWS = [row.split("\t") for row in ANSWERS if not row.startswith("#")]
EVERY_PLUGIN = Known(plugins=frozenset(plugin for plugin, _ in PLUGGED.values()))
# Those that are not to be had for the file: torch, which transformers needs, is too large, vaex does not install, the
# others have no such module.
UNASKED = (
    "torch.",
    "transformers.",
    "vaex.",
    "keras.engine",
    "keras.models.model.",
    "keras.src.engine",
    "flytekit",
    "google.",
    "pydantic.main",
)
EXPERIMENTAL = (
    "sklearn.impute.IterativeImputer",
    "sklearn.model_selection.HalvingGridSearchCV",
    "sklearn.model_selection.HalvingRandomSearchCV",
)


class Missing:
    """Stands for a class that nothing is known of but its name."""


def warn_nobody(code: Code, message: str, hint: str) -> None:
    """Types that travel as a pickle are right here."""


@pytest.fixture
def tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tensorflow", ModuleType("tensorflow"))


@pytest.mark.usefixtures("tensorflow")
def test_types_are_flytekits() -> None:
    types = Types(warn_nobody)
    for name, tag, literal_type in ROWS:
        kind = missing_kind(name, EVERY_PLUGIN)
        assert (kind.tag, kind.type_of(types, Missing)) == (tag, codec.from_json(pb.LiteralType, literal_type)), name


def test_all_names_were_asked() -> None:
    names = {*class_names(), *NAMED, *PLUGGED} - {name for name, _, _ in ROWS}
    assert sorted(name for name in names if not name.startswith(UNASKED) and name not in EXPERIMENTAL) == []


def test_every_class_is_decided_by_one_that_has_a_row() -> None:
    decisive = {name for name in class_names().values() if not name.startswith(("pickle ", "builtins.", "datetime."))}
    assert decisive <= {*NAMED, *PLUGGED}


def refusal(name: str, known: Known = NOTHING_KNOWN) -> str:
    with pytest.raises(NotCoveredError) as caught:
        missing_kind(name, known)
    (finding,) = caught.value.findings
    return f"{finding.code}: {finding.message} -> {finding.hint}"


@pytest.mark.parametrize("name", sorted(PLUGGED))
def test_types_of_plugins_count_with_the_plugin_only(name: str) -> None:
    plugin, kind = PLUGGED[name]
    assert refusal(name) == (
        f"FTC205 unsupported-type: {name} is what flytekitplugins.{plugin} makes of it, which is neither imported nor "
        f"set as a plug-in -> import flytekitplugins.{plugin}, or name {plugin} in plugins of [tool.flytec] if the "
        "container has it"
    )
    assert missing_kind(name, Known(plugins=frozenset({plugin}))) is kind


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("acme.Frame", "say in [tool.flytec.types] what acme.Frame is to Flyte, or install acme"),
        ("pandas.Series", "say in [tool.flytec.types] what pandas.Series is to Flyte, or install pandas"),
        (
            "keras.Model",
            "import tensorflow too, which its backend is, or say in [tool.flytec.types] what keras.Model is to Flyte, "
            "or install keras",
        ),
    ],
)
def test_what_is_not_known_is_not_guessed(name: str, hint: str) -> None:
    library = name.partition(".")[0]
    assert refusal(name) == (
        f"FTC205 unsupported-type: {name} is of {library}, which is not installed, expected a type that is known by "
        f"name -> {hint}"
    )


def test_a_model_of_keras_is_one_of_tensorflow(tensorflow: None) -> None:
    assert missing_kind("keras.Model", NOTHING_KNOWN).type_of(Types(warn_nobody), Missing) == pb.LiteralType(
        blob=pb.BlobType(format="TensorFlowModel")
    )
