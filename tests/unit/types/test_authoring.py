"""The classes that users annotate with: what works while compiling, and what says that it needs a running task."""

import importlib
import os
from collections.abc import Callable
from typing import Annotated, TypeVar

import pytest

from flytec.authoring.types.directory import FlyteDirectory
from flytec.authoring.types.file import CSVFile, FileExt, FlyteFile
from flytec.authoring.types.markers import BatchSize, HashMethod, kwtypes
from flytec.authoring.types.names import MENTIONED, NAMES
from flytec.authoring.types.paths import is_remote
from flytec.authoring.types.schema import FlyteSchema, SchemaOpenMode
from flytec.authoring.types.structured import StructuredDataset
from flytec.diagnostics import UserError


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("s3://bucket/key", True),
        ("https://example.com/x", True),
        ("simplecache::s3://bucket/key", True),
        ("flyte://x", True),
        ("file:///tmp/x", False),
        ("/tmp/x", False),
        ("relative", False),
        ("C:/x", False),
        ("", False),
    ],
)
def test_a_path_is_remote_by_its_protocol(path: str, remote: bool) -> None:
    assert is_remote(path) is remote
    assert is_remote(FlyteFile(path)) is remote


@pytest.mark.parametrize(
    ("item", "extension"),
    [("csv", "csv"), (".csv", "csv"), (TypeVar("csv"), "csv"), (Annotated[str, FileExt("tar.gz")], "tar.gz")],
)
def test_a_format_is_a_string_a_type_variable_or_annotated(item: object, extension: str) -> None:
    assert FlyteFile[item].extension() == extension
    assert FlyteDirectory[item].extension() == extension


def test_no_format_is_the_class_itself() -> None:
    assert FlyteFile[""] is FlyteFile[None] is FlyteFile
    assert FlyteDirectory[""] is FlyteDirectory[None] is FlyteDirectory


def test_a_format_of_another_type_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the format of a file is typing.Annotated\[int, .x.\], expected a string"):
        FlyteFile[Annotated[int, "x"]]


def test_files_compare_by_path_destination_and_format() -> None:
    assert FlyteFile("s3://b/k") == FlyteFile("s3://b/k") == "s3://b/k"
    assert FlyteFile("s3://b/k") != FlyteFile("s3://b/k", remote_path="s3://b/l")
    assert FlyteFile("s3://b/k") != CSVFile("s3://b/k")
    assert hash(FlyteFile("s3://b/k")) == hash(CSVFile("s3://b/k"))


def test_a_local_file_is_a_path() -> None:
    assert os.fspath(FlyteFile("a/b.txt")) == FlyteFile("a/b.txt").download() == "a/b.txt"
    assert str(FlyteDirectory("a") / "b") == "a/b"
    assert FlyteDirectory("s3://b/d/").new_file("x") == FlyteFile("s3://b/d/x")
    assert str(FlyteDirectory("s3://b/d").new_dir("x")) == "s3://b/d/x"


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: FlyteFile("s3://b/k").download(), "FlyteFile.__fspath__()"),
        (lambda: FlyteFile("s3://b/k").open("r"), "FlyteFile.open()"),
        (lambda: FlyteFile.new_remote_file("x"), "FlyteFile.new_remote_file()"),
        (lambda: FlyteFile.new("x"), "FlyteFile.new()"),
        (lambda: FlyteDirectory.new_remote(), "FlyteDirectory.new_remote()"),
        (lambda: FlyteDirectory.new("x"), "FlyteDirectory.new()"),
        (lambda: FlyteDirectory.listdir(FlyteDirectory("x")), "FlyteDirectory.listdir()"),
        (lambda: FlyteDirectory("s3://b/d").crawl(), "FlyteDirectory.crawl()"),
        (lambda: FlyteDirectory("s3://b/d").new_file(), "FlyteDirectory.new_file() without a name"),
        (lambda: FlyteDirectory("s3://b/d").new_dir(), "FlyteDirectory.new_dir() without a name"),
        (lambda: StructuredDataset(uri="s3://b/k").open(object), "StructuredDataset.open()"),
        (lambda: StructuredDataset(uri="s3://b/k").all(), "StructuredDataset.all()"),
        (lambda: StructuredDataset(uri="s3://b/k").iter(), "StructuredDataset.iter()"),
        (lambda: FlyteSchema().open(), "FlyteSchema.open()"),
        (lambda: FlyteSchema().as_readonly(), "FlyteSchema.as_readonly()"),
    ],
)
def test_what_needs_storage_says_so(call: Callable[[], object], name: str) -> None:
    with pytest.raises(UserError) as caught:
        call()
    (finding,) = caught.value.findings
    assert str(finding.code) == "FTC209 run-at-compile"
    assert finding.message == f"{name} is called while compiling, expected only in a running task"
    assert finding.hint == "move the call into the body of a task"
    assert finding.location is not None
    assert finding.location.path == __file__


def test_a_schema_knows_its_columns() -> None:
    typed = FlyteSchema[kwtypes(a=int, b=str)]  # type: ignore[type-arg, misc]
    assert typed.columns() == {"a": int, "b": str}
    assert typed.column_names() == ["a", "b"]
    assert FlyteSchema[{}] is FlyteSchema[None] is FlyteSchema  # type: ignore[type-arg, misc]
    with pytest.raises(AssertionError, match=r"^the columns of a FlyteSchema are 'a', expected kwtypes\(name=type\)$"):
        FlyteSchema["a"]  # type: ignore[type-arg, misc]
    with pytest.raises(ValueError, match=r"^a FlyteSchema for reading has no remote_path, expected one$"):
        FlyteSchema(supported_mode=SchemaOpenMode.READ)


def test_markers_hold_what_they_are_given() -> None:
    assert HashMethod(str).calculate(3) == "3"
    assert BatchSize(10).val == 10
    assert list(kwtypes(b=int, a=str).items()) == [("b", int), ("a", str)]


def test_every_name_leads_to_an_object_of_ours() -> None:
    for module, names in NAMES.items():
        for name, target in names.items():
            if target != MENTIONED and not target.startswith("!"):
                owner, _, attribute = target.partition(":")
                assert hasattr(importlib.import_module(owner), attribute), f"{module}.{name}"


def test_a_refused_name_says_what_to_do() -> None:
    reasons = {target for names in NAMES.values() for target in names.values() if target.startswith("!")}
    assert reasons
    assert all("import that" in reason or "--frontend flytekit" in reason for reason in reasons)
