"""Types of modules that are not installed, in annotations."""

from dataclasses import dataclass
from typing import Annotated, Any, Optional

import pytest

from flytec.authoring.placeholders import placeholder
from flytec.authoring.replaced import Replaced
from flytec.authoring.types.markers import HashMethod, kwtypes
from flytec.codes import Code
from flytec.diagnostics import UserError
from flytec.ir import codec
from flytec.lower.types import Types
from flytec.lower.types.known import NOTHING_KNOWN, Known
from flytec.settings.types import NamedType


def missing(dotted: str) -> Any:
    """A class that stands for one of a module that is not installed."""
    return placeholder(dotted, dotted.partition(".")[0], Replaced(lambda _: False))


FRAME, MODULE, UNKNOWN = missing("pandas.DataFrame"), missing("torch.nn.Module"), missing("acme.Frame")


class Net(MODULE):
    """A model of the user's own."""


class Deep(Net):
    """Another one."""


class Own(UNKNOWN):
    """What it is is not known."""


@dataclass
class Record(UNKNOWN):
    """Not surely a dataclass to flytekit."""

    x: int


def types(known: Known = NOTHING_KNOWN) -> Types:
    def warn(code: Code, message: str, hint: str) -> None:
        """Not looked at."""

    return Types(warn, known=known)


def text(python_type: Any, known: Known = NOTHING_KNOWN) -> str:
    return " ".join(codec.to_text(types(known).literal_type(python_type)).split())


def refusal(python_type: Any) -> str:
    with pytest.raises(UserError) as caught:
        types().literal_type(python_type)
    (finding,) = caught.value.findings
    return f"{finding.code}: {finding.message} -> {finding.hint}"


COLUMNS = (
    'structured_dataset_type { columns { name: "a" literal_type { simple: INTEGER } } '
    'columns { name: "b" literal_type { simple: FLOAT } } }'
)


@pytest.mark.parametrize(
    ("python_type", "expected"),
    [
        (FRAME, "structured_dataset_type { }"),
        (list[FRAME], "collection_type { structured_dataset_type { } }"),
        (Annotated[FRAME, HashMethod(str)], "structured_dataset_type { }"),
        (Annotated[FRAME, "parquet"], 'structured_dataset_type { format: "parquet" }'),
        (Annotated[FRAME, kwtypes(a=int, b=missing("numpy.float32"))], COLUMNS),
        (
            Optional[FRAME],  # noqa: UP045
            "union_type { "
            'variants { structured_dataset_type { } structure { tag: "StructuredDataset Transformer" } } '
            'variants { simple: NONE structure { tag: "none" } } }',
        ),
        (Deep, 'blob { format: "PyTorchModule" }'),
        (missing("sklearn.linear_model.LogisticRegression"), 'blob { format: "SklearnEstimator" }'),
        (missing("xgboost.XGBClassifier"), 'blob { format: "SklearnEstimator" }'),
        (missing("numpy.float64"), "simple: FLOAT"),
        (missing("pandas.Timestamp"), "simple: DATETIME"),
    ],
    ids=map(str, range(11)),  # pytest would look at the types
)
def test_known_names_are_what_the_classes_are(python_type: Any, expected: str) -> None:
    assert text(python_type) == expected


UNTOLD = (
    "FTC205 unsupported-type: acme.Frame is of acme, which is not installed, expected a type that is known by name "
    "-> say in [tool.flytec.types] what acme.Frame is to Flyte, or install acme"
)


# By name: pytest would look at the types themselves.
UNKNOWN_TYPES = {
    "itself": UNKNOWN,
    "derived": Own,
    "a dataclass": Record,
    "in a list": list[UNKNOWN],
    "in a dict": dict[str, Own],
    "optional": Optional[UNKNOWN],  # noqa: UP045
}


@pytest.mark.parametrize("name", UNKNOWN_TYPES)
def test_an_unknown_name_is_not_guessed(name: str) -> None:
    assert refusal(UNKNOWN_TYPES[name]) == UNTOLD


def test_a_field_of_an_unknown_type_is_not_passed_over() -> None:
    @dataclass
    class Trip:
        frame: UNKNOWN

    assert refusal(Trip) == UNTOLD


def test_a_field_that_may_be_part_of_the_schema_is_refused() -> None:
    @dataclass
    class Trip:
        name: list[missing("numpy.str_")]  # type: ignore[misc]
        frame: FRAME

    assert (
        refusal(Trip)
        == refusal(Trip | None)
        == (
            "FTC205 unsupported-type: field name is of numpy.str_, which is not installed, "
            "expected a type with a known JSON schema -> install numpy"
        )
    )


def test_settings_tell_of_an_unknown_base_and_of_what_derives_from_it() -> None:
    blob = NamedType(kind="blob", format="csv")
    assert text(Own, Known(settings={"acme.Frame": blob})) == 'blob { format: "csv" }'
    assert text(Own, Known(settings={f"{__name__}.Own": blob})) == 'blob { format: "csv" }'


def test_metadata_that_is_not_there_is_refused() -> None:
    assert refusal(Annotated[FRAME, missing("pyarrow.Schema")]) == (
        "FTC205 unsupported-type: DataFrame is annotated with pyarrow.Schema, which is not installed, "
        "expected columns, a format or a schema that exist while compiling "
        "-> use kwtypes(...) for the columns, or install the library"
    )


def test_a_class_over_one_that_is_a_pickle_has_a_name_of_its_own() -> None:
    class Ranker(missing("xgboost.Booster")):  # type: ignore[misc]
        """The user's own."""

    own, base = text(Ranker), text(missing("xgboost.Booster"))
    assert f"{__name__}.test_a_class_over_one_that_is_a_pickle_has_a_name_of_its_own.<locals>.Ranker" in own
    assert "xgboost.core.Booster" in base
