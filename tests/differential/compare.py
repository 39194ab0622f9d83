"""Compares two folders of emitted files, message by message and field by field.

Three things may differ between two correct runs and are made equal first: the order of `upstream_node_ids` (flytekit's
follows the hash seed), the machine's own paths inside the serialized context `_F_SS_C`, and the runtime's version.
"""

import base64
import difflib
import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from flyteidl.admin.launch_plan_pb2 import LaunchPlan
from flyteidl.admin.task_pb2 import TaskSpec
from flyteidl.admin.workflow_pb2 import WorkflowSpec
from flyteidl.core.tasks_pb2 import TaskTemplate
from flyteidl.core.workflow_pb2 import Node, WorkflowTemplate
from google.protobuf import text_format
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message

Messages: TypeAlias = Mapping[str, Message]

KINDS: Mapping[str, type[Message]] = {"_1.pb": TaskSpec, "_2.pb": WorkflowSpec, "_3.pb": LaunchPlan}
CONTEXT = "_F_SS_C"
MACHINE_PATHS = ("python_interpreter", "flytekit_virtualenv_root")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one file that is not equal; `field` is a dotted path, empty where the whole file is missing."""

    file: str
    field: str
    expected: str
    actual: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field or '(file)'}: expected {self.expected}, got {self.actual}"


def read_folder(folder: Path) -> dict[str, Message]:
    """Every emitted message under its file name, normalized; an unknown suffix is a `KeyError`."""
    return {path.name: read_message(path) for path in sorted(folder.iterdir())}


def read_message(path: Path) -> Message:
    """One emitted message, normalized."""
    message = KINDS[path.name[-5:]]()
    message.ParseFromString(path.read_bytes())
    _normalize(message)
    return message


def differences(expected: Messages, actual: Messages) -> list[Difference]:
    """Every difference, files first by name and then by field path."""
    rows = [
        Difference(name, "", _presence(name in expected), _presence(name in actual))
        for name in sorted(expected.keys() ^ actual.keys())
    ]
    for name in sorted(expected.keys() & actual.keys()):
        fields = [Difference(name, *row) for row in _message_differences("", expected[name], actual[name])]
        if not fields and _bytes(expected[name]) != _bytes(actual[name]):
            fields = [Difference(name, "(unknown fields)", "the same bytes", "other bytes")]
        rows += fields
    return rows


def unified_diff(expected: Messages, actual: Messages, files: set[str]) -> str:
    """The text forms of the named files side by side, as `diff -u` shows them."""
    parts: list[str] = []
    for name in sorted(files):
        sides = [_text(side[name]) if name in side else [] for side in (expected, actual)]
        parts += difflib.unified_diff(*sides, f"pyflyte/{name}", f"flytec/{name}", lineterm="", n=6)
    return "\n".join(parts)


def _normalize(message: Message) -> None:
    match message:
        case TaskSpec():
            _normalize_task(message.template)
        case WorkflowSpec():
            for workflow in (message.template, *message.sub_workflows):
                _normalize_workflow(workflow)


def _normalize_task(task: TaskTemplate) -> None:
    task.metadata.runtime.version = ""
    for pair in task.container.env:
        if pair.key == CONTEXT:
            pair.value = _readable_context(pair.value)


def _normalize_workflow(workflow: WorkflowTemplate) -> None:
    for node in workflow.nodes:
        _normalize_node(node)


def _normalize_node(node: Node) -> None:
    node.upstream_node_ids.sort()
    if node.HasField("branch_node"):
        block = node.branch_node.if_else
        last = [block.else_node] if block.HasField("else_node") else []
        for branch in (block.case.then_node, *(case.then_node for case in block.other), *last):
            _normalize_node(branch)


def _readable_context(value: str) -> str:
    """The serialized context as the JSON text that it holds, keys in its own order, without this machine's paths."""
    settings = json.loads(gzip.decompress(base64.b64decode(value)))
    return json.dumps(settings | {key: "" for key in MACHINE_PATHS if key in settings})


def _message_differences(path: str, expected: Message, actual: Message) -> Iterator[tuple[str, str, str]]:
    for field in expected.DESCRIPTOR.fields:
        here = f"{path}.{field.name}" if path else field.name
        left, right = (_value(side, field) for side in (expected, actual))
        yield from _value_differences(here, left, right)


def _value(message: Message, field: FieldDescriptor) -> object:
    """A field's value; `None` where it has presence and is not set."""
    if field.is_repeated:
        value = getattr(message, field.name)
        return dict(value) if _is_map(field) else list(value)
    if field.has_presence and not message.HasField(field.name):
        return None
    return getattr(message, field.name)


def _is_map(field: FieldDescriptor) -> bool:
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def _value_differences(path: str, expected: object, actual: object) -> Iterator[tuple[str, str, str]]:
    match expected, actual:
        case (Message(), Message()):
            yield from _message_differences(path, expected, actual)
        case (dict(), dict()):
            for key in sorted(expected.keys() | actual.keys(), key=str):
                yield from _value_differences(f"{path}[{key}]", expected.get(key), actual.get(key))
        case (list(), list()):
            for index in range(max(len(expected), len(actual))):
                sides = [side[index] if index < len(side) else None for side in (expected, actual)]
                yield from _value_differences(f"{path}[{index}]", *sides)
        case (str(), str()):
            yield from _text_differences(path, expected, actual)
        case (float(), float()):  # by their text: not-a-number is itself, and zero has a sign
            if repr(expected) != repr(actual):
                yield path, repr(expected), repr(actual)
        case _:
            if expected != actual:
                yield path, _show(expected), _show(actual)


def _text_differences(path: str, expected: str, actual: str) -> Iterator[tuple[str, str, str]]:
    """JSON objects, such as serialized contexts, differ key by key; other texts, or the order of keys, as a whole."""
    if expected == actual:
        return
    sides = [_json_object(side) for side in (expected, actual)]
    rows = [] if None in sides else [*_value_differences(path, *sides)]
    yield from rows or [(path, _show(expected), _show(actual))]


def _json_object(text: str) -> dict[str, object] | None:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _show(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case Message():
            return "{" + text_format.MessageToString(value, as_one_line=True) + "}"
        case _:
            return repr(value)


def _bytes(message: Message) -> bytes:
    return message.SerializeToString(deterministic=True)


def _presence(there: bool) -> str:
    return "a file" if there else "no file"


def _text(message: Message) -> list[str]:
    return text_format.MessageToString(message).splitlines()
