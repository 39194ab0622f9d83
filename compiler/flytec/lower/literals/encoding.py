"""MessagePack of Python values, by mashumaro as flytekit uses it."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from flytec.authoring.placeholders import refuse_if_missing
from flytec.codes import INVALID_LITERAL
from flytec.diagnostics import UserError
from flytec.ir import pb
from flytec.lower.literals.kinds import NotCoveredError, PythonType, refused_value, type_label

MESSAGEPACK = "msgpack"


def encode(value: Any, python_type: PythonType) -> bytes:
    """The MessagePack form of `value` as a `python_type`.

    Raises: `NotCoveredError` for a value that flytekit would upload or that has no order of its own,
    `RefusedError` where the encoder fails.
    """

    def run() -> bytes:
        from mashumaro.codecs.msgpack import MessagePackEncoder

        return MessagePackEncoder(python_type).encode(value)

    return _guarded(run, value, python_type)


def encode_through_json(value: Any, python_type: PythonType, to_json: Callable[[], str | bytes]) -> bytes:
    """The MessagePack form of a value that makes its own JSON; errors as with `encode`."""

    def run() -> bytes:
        import json

        import msgpack

        packed: bytes = msgpack.packb(json.loads(to_json()))
        return packed

    return _guarded(run, value, python_type)


def pack(value: Any, python_type: PythonType) -> bytes:
    """The MessagePack form of plain data that stands for a `python_type`; errors as with `encode`."""

    def run() -> bytes:
        import msgpack

        packed: bytes = msgpack.packb(value)
        return packed

    return _guarded(run, value, python_type)


def binary(data: bytes) -> pb.Literal:
    """The literal that carries MessagePack."""
    return pb.Literal(scalar=pb.Scalar(binary=pb.Binary(value=data, tag=MESSAGEPACK)))


def refuse_what_cannot_be_repeated(value: Any) -> None:
    """Raises `NotCoveredError` where `value`, at any depth, would be uploaded or varies from run to run, and FTC218 for
    a placeholder.
    """
    for part in parts_of(value):
        refuse_if_missing(part, "part of a value")
        if isinstance(part, set | frozenset) and len(part) > 1 and not all(type(each) is int for each in part):
            message = "the value holds a set, whose order changes from run to run, expected a list"
            raise NotCoveredError(INVALID_LITERAL, message, "use a list")
        # Only Flyte's own types need storage to be serialized, and their serializers say so.
        if type(part).__module__.startswith("flytekit.types."):
            try:
                part._serialize()
            except UserError as error:
                raise not_covered(error) from error
            except AttributeError:
                continue


def _guarded(run: Callable[[], bytes], value: Any, python_type: PythonType) -> bytes:
    refuse_what_cannot_be_repeated(value)
    try:
        return run()
    except UserError as error:
        raise not_covered(error) from error
    except Exception as error:  # mashumaro, msgpack and the user's own hooks raise what they like
        message = f"a value of {type_label(python_type)} cannot be packed: {type(error).__name__}: {error}"
        raise refused_value(" ".join(message.split()), "give the fields values of their declared types") from error


def not_covered(error: UserError) -> NotCoveredError:
    """The finding of an authoring class, as one that no alternative may swallow."""
    (finding,) = error.findings
    return NotCoveredError(finding.code, finding.message, finding.hint)


def parts_of(value: Any) -> Iterator[Any]:
    """`value` and what is in it: fields of dataclasses, items of lists, keys and values of dicts."""
    yield value
    match value:
        case dict():
            inner = [*value.keys(), *value.values()]
        case list() | tuple() | set() | frozenset():
            inner = list(value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            inner = [getattr(value, field.name, None) for field in dataclasses.fields(value)]
        case _:
            return
    for each in inner:
        yield from parts_of(each)
