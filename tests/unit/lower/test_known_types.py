"""Types that plug-ins and settings decide, of classes that are there."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Optional

import pytest

from flytec.authoring.types.directory import TFRecordsDirectory
from flytec.authoring.types.file import TFRecordFile
from flytec.codes import Code
from flytec.diagnostics import CannotRunError, UserError
from flytec.ir import codec, pb
from flytec.lower.types import Types
from flytec.lower.types.annotations import packed_annotation
from flytec.lower.types.known import Known
from flytec.settings import load_tool_settings


def named(dotted: str, *bases: type) -> Any:
    """A class of that dotted name."""
    module, _, name = dotted.rpartition(".")
    return type(name, bases, {"__module__": module})


POLARS = named("polars.dataframe.frame.DataFrame")
FRAME = named("acme.frames.Frame")
DATASET = pb.LiteralType(structured_dataset_type=pb.StructuredDatasetType())


class Lowered:
    """Literal types, and the warnings that there were."""

    def __init__(self, known: Known) -> None:
        self.warnings: list[str] = []
        self.types = Types(self._warn, known=known)

    def _warn(self, code: Code, message: str, hint: str) -> None:
        self.warnings.append(f"{code}: {message} -> {hint}")

    def text(self, python_type: Any) -> str:
        return " ".join(codec.to_text(self.types.literal_type(python_type)).split()).replace("\\'", "'")

    def _message(self, python_type: Any, value: Any) -> pb.Literal:
        return self.types.literal(value, python_type, self.types.literal_type(python_type))

    def refusal(self, python_type: Any, value: Any = None) -> str:
        with pytest.raises(UserError) as caught:
            self._message(python_type, value)
        (finding,) = caught.value.findings
        return f"{finding.code}: {finding.message} -> {finding.hint}"


def with_plugins(*names: str) -> Lowered:
    return Lowered(Known(plugins=frozenset(names)))


def with_settings(folder: Path, toml: str) -> Lowered:
    (folder / "pyproject.toml").write_text(f"[tool.flytec.types]\n{toml}\n")
    return Lowered(Known(settings=load_tool_settings(flags={}, environ={}, start=folder).types))


def test_a_type_of_a_plugin_is_what_the_plugin_makes_of_it() -> None:
    lowered = with_plugins("polars")
    assert lowered.types.literal_type(POLARS) == DATASET
    assert lowered.types.literal_type(named("flows.Mine", POLARS)) == DATASET
    assert lowered.warnings == []


def test_without_the_plugin_it_is_a_pickle_and_the_warning_names_the_plugin() -> None:
    lowered = with_plugins("spark")
    assert lowered.text(POLARS) == (
        'blob { format: "PythonPickle" } metadata { fields { key: "python_class_name" '
        "value { string_value: \"<class 'polars.dataframe.frame.DataFrame'>\" } } }"
    )
    assert lowered.warnings == [
        "FTC211 pickled-type: DataFrame has no Flyte type and travels as a pickle, which only the same version of "
        "Python reads -> import flytekitplugins.polars, or name polars in plugins of [tool.flytec]"
    ]


def test_what_pandera_is_annotated_with_is_one_thing() -> None:
    frame = named("pandera.typing.pandas.DataFrame", named("pandas.core.frame.DataFrame"))
    lowered = with_plugins("pandera")
    assert lowered.types.literal_type(Annotated[frame, "config"]) == DATASET
    assert lowered.refusal(Annotated[frame, "config", "more"]) == (
        "FTC205 unsupported-type: DataFrame of pandera is annotated with more than one thing "
        "-> keep the ValidationConfig only"
    )


@pytest.mark.parametrize("module", ["tensorflow", "flytekit.extras.tensorflow"])
def test_files_of_records_are_those_of_tensorflow_once_it_is_imported(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert with_plugins().text(TFRecordFile) == 'blob { format: "tfrecord" }'
    monkeypatch.setitem(sys.modules, module, ModuleType(module))
    assert with_plugins().text(TFRecordFile) == 'blob { format: "TensorFlowRecord" }'
    assert with_plugins().text(TFRecordsDirectory) == ('blob { format: "TensorFlowRecord" dimensionality: MULTIPART }')


def test_a_model_of_keras_is_a_pickle_without_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    model = named("flows.Mine", named("keras.src.models.model.Model"))
    assert 'format: "PythonPickle"' in with_plugins().text(model)
    monkeypatch.setitem(sys.modules, "tensorflow", ModuleType("tensorflow"))
    assert with_plugins().text(model) == 'blob { format: "TensorFlowModel" }'


@pytest.mark.parametrize(
    ("toml", "text"),
    [
        ('"acme.frames.Frame" = "structured-dataset"', "structured_dataset_type { }"),
        ('"acme.frames.Frame" = "struct"', "simple: STRUCT"),
        ('"acme.frames.Frame" = { kind = "blob", format = "" }', "blob { }"),
        (
            '"acme.frames.Frame" = { kind = "blob", format = "csv", multipart = true }',
            'blob { format: "csv" dimensionality: MULTIPART }',
        ),
        (
            '"acme.frames.Frame" = "pickle"',
            'blob { format: "PythonPickle" } metadata { fields { key: "python_class_name" '
            "value { string_value: \"<class 'acme.frames.Frame'>\" } } }",
        ),
        (
            '"acme.frames.Frame" = { kind = "pickle", name = "acme._impl.Frame" }',
            'blob { format: "PythonPickle" } metadata { fields { key: "python_class_name" '
            "value { string_value: \"<class 'acme._impl.Frame'>\" } } }",
        ),
    ],
)
def test_settings_say_what_a_type_is(toml: str, text: str, tmp_path: Path) -> None:
    lowered = with_settings(tmp_path, toml)
    assert lowered.text(FRAME) == text
    assert lowered.text(named("flows.Mine", FRAME)) == text
    assert lowered.text(POLARS) != text


def test_files_say_more_of_a_type(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"x": {"type": "integer"}}}
    (tmp_path / "schema.json").write_text(json.dumps(schema))
    (tmp_path / "type.json").write_text('{"blob": {"format": "csv"}, "metadata": {"a": 1}}')
    toml = (
        '"acme.frames.Frame" = { kind = "struct", schema-file = "schema.json" }\n'
        '"acme.Odd" = { kind = "literal-type", file = "type.json" }'
    )
    lowered = with_settings(tmp_path, toml)
    made = lowered.types.literal_type(FRAME)
    assert (made.simple, made.metadata) == (pb.SimpleType.STRUCT, codec.struct_of(schema))
    assert made.annotation == packed_annotation()
    assert lowered.types.literal_type(named("acme.Odd")) == pb.LiteralType(
        blob=pb.BlobType(format="csv"), metadata=codec.struct_of({"a": 1})
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "not to be read (No such file or directory)"),
        ("{", "no JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))"),
        ("[]", "no object"),
    ],
)
def test_a_file_that_says_nothing_is_refused(content: str | None, what: str, tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    if content is not None:
        path.write_text(content)
    lowered = with_settings(tmp_path, '"acme.frames.Frame" = { kind = "struct", schema-file = "schema.json" }')
    with pytest.raises(CannotRunError) as caught:
        lowered.types.literal_type(FRAME)
    assert [row.message for row in caught.value.findings] == [
        f"the file of acme.frames.Frame in types of [tool.flytec], {path}, is {what}, expected a JSON object"
    ]


def test_a_union_needs_the_name_of_the_transformer(tmp_path: Path) -> None:
    blob = '"acme.frames.Frame" = { kind = "blob", format = "csv"%s }'
    assert with_settings(tmp_path, blob % "").refusal(Optional[FRAME]) == (  # noqa: UP045
        "FTC205 unsupported-type: Frame is in a union, which tells its variants apart by flytekit's transformers "
        "-> name the transformer in [tool.flytec.types]"
    )
    lowered = with_settings(tmp_path, blob % ', transformer = "Frames"')
    variants = lowered.types.literal_type(Optional[FRAME]).union_type.variants  # noqa: UP045
    assert [row.structure.tag for row in variants] == ["Frames", "none"]


def test_values_have_no_literal(tmp_path: Path) -> None:
    lowered = with_settings(tmp_path, '"acme.frames.Frame" = "struct"')
    assert lowered.refusal(FRAME, FRAME()) == (
        "FTC206 invalid-literal: the value is a Frame, which flytekit would upload as a acme.frames.Frame, expected "
        "one that needs no upload -> make the value in a task"
    )


def test_what_has_a_row_keeps_it(tmp_path: Path) -> None:
    lowered = with_settings(tmp_path, '"pandas.core.frame.DataFrame" = "struct"')
    assert lowered.types.literal_type(named("pandas.core.frame.DataFrame")) == DATASET
