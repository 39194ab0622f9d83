"""The pod spec of a task, read as the server reads it: as JSON into Go's `core/v1.PodSpec`.

Rule: Go's JSON decoding. Keys are matched without regard to case, unknown ones are skipped, `null` sets nothing, a
value of another type is an error, and so is a quantity that does not parse. `pod_shape.txt` has the types of
k8s.io/api 0.34, a line a type: `Name: TYPE FIELD...; TYPE FIELD...`. `[T]` is a list of T, `{T}` a map of names to T.
"""

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeAlias

from flytec.checks.quantity import is_quantity
from flytec.ir import pb
from flytec.records import dataclass

_DNS_LABEL = re.compile(r"[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_QUANTITY_SPACE = (
    " \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_BITS = {"int32": 31, "int64": 63}
_SHOWN_LENGTH = 40

_Shape: TypeAlias = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PodFault:
    """What is wrong at `path` of a pod spec, `containers[0].name`: `message` says what is, and what was expected."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class PodContainer:
    """A container of a pod spec: its name, and its quantities by the name of their resource."""

    name: str
    requests: Mapping[str, str]
    limits: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pod:
    """A pod spec as the server has it. With `faults` the server refuses it as a whole."""

    containers: tuple[PodContainer, ...]
    faults: tuple[PodFault, ...]


def read_pod(spec: pb.Struct) -> Pod:
    """Decodes a task's `k8s_pod.pod_spec`; never raises."""
    plain = {key: _plain(value) for key, value in spec.fields.items()}
    faults = tuple(_faults("PodSpec", plain, ""))
    if faults:
        return Pod((), faults)
    containers = _field(plain, "containers") or []
    return Pod(tuple(_container(container or {}) for container in containers), ())


def container_name_faults(pod: Pod) -> Iterator[PodFault]:
    """The containers whose name is no DNS label.

    Rule: the workflow compiler's CompileTask. It asks for no other name: init containers may have any.
    """
    for index, container in enumerate(pod.containers):
        if not _DNS_LABEL.fullmatch(container.name):
            yield PodFault(
                f"containers[{index}].name",
                f"the container's name is {container.name!r}, expected 1 to 63 of a-z, 0-9 and '-', "
                "with a letter or digit at both ends",
            )


def _plain(value: Any) -> Any:
    """A `google.protobuf.Value` as JSON data; a value with nothing set is `NotImplemented`, which is no JSON."""
    match value.WhichOneof("kind"):
        case "null_value":
            return None
        case "number_value":
            number = value.number_value
            return number if math.isfinite(number) else str(number)
        case "string_value":
            return value.string_value
        case "bool_value":
            return value.bool_value
        case "struct_value":
            return {key: _plain(held) for key, held in value.struct_value.fields.items()}
        case "list_value":
            return [_plain(held) for held in value.list_value.values]
        case _:
            return NotImplemented


def _container(container: Mapping[str, Any]) -> PodContainer:
    resources = _field(container, "resources") or {}
    return PodContainer(
        _field(container, "name") or "", _quantities(resources, "requests"), _quantities(resources, "limits")
    )


def _quantities(resources: Mapping[str, Any], name: str) -> Mapping[str, str]:
    return {key: _quantity_text(value) for key, value in (_field(resources, name) or {}).items()}


def _field(holder: Mapping[str, Any], name: str) -> Any:
    """What the server has in a field: of keys that differ in case only, the last in JSON's order counts."""
    if len(holder) > 1 or name not in holder:
        for key in sorted(holder, reverse=True):
            if key.casefold() == name.casefold() and holder[key] is not None:
                return holder[key]
    return holder.get(name)


def _faults(kind: str, value: Any, path: str) -> Iterator[PodFault]:
    """What is wrong with `value` as a value of type `kind`."""
    if value is NotImplemented:
        yield PodFault(path, "the value has nothing set, expected a JSON value")
    elif value is None:
        return
    elif kind[0] == "[":
        yield from _list_faults(kind[1:-1], value, path)
    elif kind[0] == "{":
        yield from _map_faults(kind[1:-1], value, path)
    elif kind[0].isupper() and kind not in _LEAVES:
        yield from _struct_faults(kind, value, path)
    elif not _is_leaf(kind, value):
        yield PodFault(path, f"{_named(path)} is {_shown(value)}, expected {_LEAVES[kind]}")


def _list_faults(item: str, value: Any, path: str) -> Iterator[PodFault]:
    if not isinstance(value, list):
        yield PodFault(path, f"{_named(path)} is {_shown(value)}, expected a list")
        return
    for index, held in enumerate(value):
        yield from _faults(item, held, f"{path}[{index}]")


def _map_faults(item: str, value: Any, path: str) -> Iterator[PodFault]:
    if not isinstance(value, dict):
        yield PodFault(path, f"{_named(path)} is {_shown(value)}, expected an object")
        return
    for key, held in sorted(value.items()):
        yield from _faults(item, held, f"{path}[{key!r}]")


def _struct_faults(kind: str, value: Any, path: str) -> Iterator[PodFault]:
    if not isinstance(value, dict):
        yield PodFault(path, f"{_named(path)} is {_shown(value)}, expected an object")
        return
    shape = _shapes()[kind]
    for key, held in sorted(value.items()):
        row = shape.get(key.casefold())
        if row:
            name, item = row
            yield from _faults(item, held, f"{path}.{name}" if path else name)
        else:
            yield from _unset_faults(held, f"{path}.{key}" if path else key)


def _unset_faults(value: Any, path: str) -> Iterator[PodFault]:
    """In what the server skips, a value with nothing set is still an error: the spec has no JSON form."""
    if value is NotImplemented:
        yield PodFault(path, "the value has nothing set, expected a JSON value")
    elif isinstance(value, dict):
        for key, held in sorted(value.items()):
            yield from _unset_faults(held, f"{path}.{key}")
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from _unset_faults(held, f"{path}[{index}]")


_LEAVES: Mapping[str, str] = {
    "string": "a string",
    "bool": "true or false",
    "int32": "a whole number of 32 bits",
    "int64": "a whole number of 64 bits",
    "Quantity": "a quantity such as 500m or 1Gi",
    "IntOrString": "a whole number of 32 bits or a string",
    "Time": "a date and time such as 2030-01-31T12:00:00Z",
    "FieldsV1": "a JSON value",
}


def _is_leaf(kind: str, value: Any) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "bool":
            return isinstance(value, bool)
        case "int32" | "int64":
            return _is_whole(value, _BITS[kind])
        case "IntOrString":
            return isinstance(value, str) or _is_whole(value, _BITS["int32"])
        case "Quantity":
            return isinstance(value, str | float) and is_quantity(_quantity_text(value))
        case "Time":
            return isinstance(value, str) and _is_time(value)
        case _:
            return True


def _is_whole(value: Any, bits: int) -> bool:
    return type(value) is float and value.is_integer() and -(2**bits) <= value < 2**bits


def _quantity_text(value: Any) -> str:
    if value is None:
        return "0"
    return value.strip(_QUANTITY_SPACE) if isinstance(value, str) else _number_text(value)


def _number_text(value: float) -> str:
    """A number as Go's JSON has it: without an exponent from 1e-6 to 1e21."""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    text = repr(value)
    if "e" not in text or abs(value) >= 1e21 or abs(value) < 1e-6:
        return text
    return f"{value:.20f}".rstrip("0")


def _is_time(text: str) -> bool:
    from datetime import datetime

    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text[:19])
    except ValueError:
        return False
    return True


def _named(path: str) -> str:
    return path or "the pod spec"


def _shown(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case float():
            return _number_text(value)
        case str():
            return repr(value if len(value) <= _SHOWN_LENGTH else f"{value[:_SHOWN_LENGTH]}...")
        case list():
            return "a list"
        case _:
            return "an object"


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, _Shape]:
    """The fields of each type: by folded key, the name and its type."""
    text = files("flytec.checks").joinpath("pod_shape.txt").read_text("utf-8")
    return dict(_parse_shape(line) for line in text.splitlines())


def _parse_shape(line: str) -> tuple[str, _Shape]:
    name, _, rest = line.partition(": ")
    groups = (group.split() for group in rest.split("; "))
    return name, {field.casefold(): (field, kind) for kind, *fields in groups for field in fields}
