"""`Types`: what it remembers, what it warns of, and which failures it lets nothing swallow."""

import dataclasses
import enum
import subprocess
import sys
from typing import Annotated, Any, Dict, List, Optional, Union  # noqa: UP035

import pytest

from flytec.authoring.mention import MentionedName
from flytec.authoring.types.markers import FlyteAnnotation, HashMethod
from flytec.codes import Code
from flytec.diagnostics import UserError
from flytec.ir import pb
from flytec.lower.types import NotCoveredError, Types


class Unknown:
    pass


class Ragged(enum.Enum):
    A = "a"
    B = 2


@dataclasses.dataclass
class Holder:
    ragged: Ragged


@pytest.fixture
def warnings() -> list[tuple[str, str, str]]:
    return []


@pytest.fixture
def types(warnings: list[tuple[str, str, str]]) -> Types:
    def warn(code: Code, message: str, hint: str) -> None:
        warnings.append((str(code), message, hint))

    return Types(warn)


def tags(literal_type: pb.LiteralType) -> list[str]:
    return [variant.structure.tag for variant in literal_type.union_type.variants]


def test_unions_that_are_equal_keep_their_own_order(types: Types) -> None:
    assert Union[int, str] == Union[str, int]  # noqa: UP007
    assert tags(types.literal_type(Union[int, str])) == ["int", "str"]  # noqa: UP007
    assert tags(types.literal_type(Union[str, int])) == ["str", "int"]  # noqa: UP007
    assert tags(types.literal_type(list[str | int]).collection_type) == ["str", "int"]


def test_the_type_of_a_class_is_made_once(types: Types) -> None:
    assert types.literal_type(int) is types.literal_type(int)
    assert types.literal_type(Holder.__mro__[-1]) is types.literal_type(object)


def test_annotations_that_cannot_be_hashed_are_taken(types: Types) -> None:
    data = Annotated[int, FlyteAnnotation({"a": 1}), {"not": "hashable"}]
    assert types.literal_type(data) is types.literal_type(data)
    assert types.literal_type(data).annotation.annotations.fields["a"].number_value == 1


def test_a_pickled_type_is_named_once(types: Types, warnings: list[tuple[str, str, str]]) -> None:
    for annotation in (Unknown, list[Unknown], Optional[Unknown], Any, Dict[str, Any]):  # noqa: UP006, UP045
        types.literal_type(annotation)
    hint = "annotate with a type that Flyte has, such as a dataclass"
    told = "has no Flyte type and travels as a pickle, which only the same version of Python reads"
    assert warnings == [
        ("FTC211 pickled-type", f"Unknown {told}", hint),
        ("FTC211 pickled-type", f"Any {told}", hint),
    ]


def test_two_lowerings_know_nothing_of_each_other(types: Types, warnings: list[tuple[str, str, str]]) -> None:
    types.literal_type(Unknown)
    other: list[str] = []
    Types(lambda *told: other.append(told[1])).literal_type(Unknown)
    assert len(warnings) == len(other) == 1


def test_a_failure_that_flytekit_has_later_is_not_swallowed_by_a_field(types: Types) -> None:
    with pytest.raises(NotCoveredError) as caught:
        types.literal_type(Holder)
    assert str(caught.value) == "the enum Ragged has 'a', 2, expected strings"


def test_a_value_that_would_be_uploaded_counts_as_one_that_fits(types: Types) -> None:
    with pytest.raises(UserError) as caught:
        types.literal(3, Union[int, Unknown], types.literal_type(Union[int, Unknown]))  # noqa: UP007
    assert str(caught.value) == "3 is an int, which fits int and Unknown alike, expected a value of one variant"


def test_a_hash_that_is_no_string_is_refused(types: Types) -> None:
    annotation = Annotated[int, HashMethod(lambda value: value)]  # type: ignore[arg-type, return-value]
    with pytest.raises(UserError) as caught:
        types.literal(3, annotation, types.literal_type(annotation))
    assert str(caught.value) == "the hash function of int returned 3, expected a str"


def test_a_name_of_running_tasks_is_no_type(types: Types) -> None:
    with pytest.raises(NotCoveredError) as caught:
        types.literal_type(list[MentionedName("flytekit.FlyteRemote")])  # type: ignore[misc]
    (finding,) = caught.value.findings
    assert finding.message == "flytekit.FlyteRemote is in an annotation, expected a type that exists while compiling"
    assert finding.hint == "use another type, or compile with --frontend flytekit"


@pytest.mark.parametrize(
    ("annotation", "optional"),
    [
        (Optional[int], True),  # noqa: UP045
        (int | None, True),
        (Union[None, int, str], True),  # noqa: UP007
        (Union[int, str], False),  # noqa: UP007
        (int, False),
        (None, False),
        (List[Optional[int]], False),  # noqa: UP006, UP045
        (Annotated[Optional[int], "inside an annotation"], False),  # noqa: UP045
    ],
)
def test_optional_is_a_union_with_none(types: Types, annotation: object, optional: bool) -> None:
    assert types.is_optional(annotation) is optional


def test_the_value_of_a_user_is_left_as_it_was(types: Types) -> None:
    from flytec.authoring.types.file import FlyteFile

    @dataclasses.dataclass
    class Files:
        one: FlyteFile  # type: ignore[type-arg]
        many: list[FlyteFile]  # type: ignore[type-arg]

    value = Files("s3://b/one", ["s3://b/many"])  # type: ignore[arg-type, list-item]
    literal = types.literal(value, Files, types.literal_type(Files))
    assert (
        literal.scalar.binary.value == b"\x82\xa3one\x81\xa4path\xaas3://b/one\xa4many\x91\x81\xa4path\xabs3://b/many"
    )
    assert type(value.one) is type(value.many[0]) is str


def test_no_library_of_values_is_imported_for_plain_types() -> None:
    heavy = "{'mashumaro', 'msgpack', 'numpy', 'pandas', 'google.protobuf.json_format'}"
    script = f"""
import sys
from flytec.lower.types import Types
types = Types(print)
for each in (int, list[str], dict[str, float], int | None, dict, object):
    types.literal_type(each)
types.literal([1], list[int], types.literal_type(list[int]))
assert not {heavy} & sys.modules.keys(), {heavy} & sys.modules.keys()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
