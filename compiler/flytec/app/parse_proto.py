"""`parse-proto`: one file as the message that the caller says it is."""

from pathlib import Path
from typing import BinaryIO

from flytec.artifact.guess import MAX_FILE_BYTES, UnreadableError, guess_unit, reason
from flytec.artifact.read import STDIN_NAME
from flytec.codes import INVALID_SETTING, UNREADABLE_FILE
from flytec.diagnostics import Diagnostic, DiagnosticSet, Location, Severity, cannot_run
from flytec.ir.codec import DecodeError, has_unknown_fields, parse
from flytec.ir.lookup import message_type
from flytec.ir.pb import Message
from flytec.records import dataclass

EXAMPLE = "flyteidl.admin.launch_plan_pb2.LaunchPlan"


@dataclass(frozen=True, slots=True)
class ParseResult:
    """The message, and what makes one doubt that the file holds such a message."""

    message: Message
    findings: DiagnosticSet


def parse_proto(source: Path | BinaryIO, type_name: str) -> ParseResult:
    """Reads `source` as the message type that `type_name` names.

    Raises `CannotRunError`: FTC601 for a name that is no message of flyteidl, FTC401 for a file that cannot be read.
    """
    try:
        kind = message_type(type_name)
    except LookupError as error:
        raise cannot_run(
            INVALID_SETTING,
            f"{type_name!r} is no message of flyteidl; a name like {EXAMPLE} was expected",
            hint="Name the Python module and the class within it.",
        ) from error
    place = Location(str(source) if isinstance(source, Path) else STDIN_NAME)
    data = _read(source, place)
    try:
        message = parse(kind, data)
    except DecodeError as error:
        raise cannot_run(UNREADABLE_FILE, f"the bytes are no {kind.DESCRIPTOR.full_name}", at=place) from error
    return ParseResult(message, DiagnosticSet(_doubts(message, data, place)))


def _read(source: Path | BinaryIO, place: Location) -> bytes:
    try:
        if isinstance(source, Path):
            with source.open("rb") as stream:
                data = stream.read(MAX_FILE_BYTES + 1)
        else:
            data = source.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise cannot_run(UNREADABLE_FILE, reason(error), at=place) from error
    if len(data) > MAX_FILE_BYTES:
        raise cannot_run(
            UNREADABLE_FILE, f"the file is larger than {MAX_FILE_BYTES >> 20} MiB, the most that is read", at=place
        )
    return data


def _doubts(message: Message, data: bytes, place: Location) -> list[Diagnostic]:
    name = message.DESCRIPTOR.full_name
    if not data:
        return [_doubt(f"the file is empty, which reads as a {name} without any field", place)]
    if not has_unknown_fields(message):
        return []
    return [_doubt(f"the file holds fields that {name} does not have, and which are not shown", place, _better(data))]


def _better(data: bytes) -> str:
    """The type to try instead, where the file itself tells."""
    try:
        kind = type(guess_unit(data, "").message)
    except UnreadableError:
        return ""
    return f"Try -p {kind.__module__}.{kind.__name__}."


def _doubt(message: str, place: Location, hint: str = "") -> Diagnostic:
    return Diagnostic(code=UNREADABLE_FILE, severity=Severity.WARNING, message=message, location=place, hint=hint)
