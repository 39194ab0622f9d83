"""Bytes to a unit: which of the three messages a file holds, by its name and by what is in it.

flytectl takes the first type whose parser does not fail, the one that the file name's suffix says before the others,
and looks no further; any of the three parses as any other. Here a message also has to name itself as what it is read
as, so a file with a wrong suffix, or by another tool without one, is read as what it is.
"""

import re
from collections.abc import Callable

from flytec.codes import UNREADABLE_FILE
from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.ir.codec import DecodeError, has_unknown_fields, parse
from flytec.ir.program import MESSAGES, EntityMessage, Kind, Unit

MAX_FILE_BYTES = 64 * 1024 * 1024
"""The largest file that is read; a gRPC server takes 4 MiB unless told otherwise."""

ARCHIVE_SUFFIXES = (".tgz", ".tar.gz", ".tar")
"""What the name of an archive ends in for flytectl."""

_SUFFIX = re.compile(r"_([123])\.pb\Z")


class UnreadableError(Exception):
    """Why something cannot be read: one line, without its place."""


def reason(error: Exception) -> str:
    """What an error says, as the message of a finding: the system's own words begin with a capital."""
    text = (isinstance(error, OSError) and error.strerror) or str(error)
    return text[:1].lower() + text[1:]


def suffix_kind(name: str) -> Kind | None:
    """What the suffix of a file name says: `_1.pb` a task, `_2.pb` a workflow, `_3.pb` a launch plan."""
    found = _SUFFIX.search(name)
    return Kind(int(found[1])) if found else None


def guess_unit(data: bytes, name: str) -> Unit:
    """The unit in `data`, which came under the file name `name`; raises `UnreadableError` where it holds none."""
    if not data:
        raise UnreadableError("the file is empty; a task, workflow or launch plan was expected")
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableError(f"the file is larger than {MAX_FILE_BYTES >> 20} MiB, the most that is read")
    first = suffix_kind(name)
    kinds = sorted(Kind, key=lambda kind: (kind is not first, kind))
    messages = [(kind, message) for kind in kinds if (message := _parsed(kind, data)) is not None]
    if not messages:
        raise UnreadableError("the bytes are no flyteidl message; a TaskSpec, WorkflowSpec or LaunchPlan was expected")
    checks: tuple[Callable[[Unit], bool], ...] = (_names_itself, _could_be)
    for check in checks:
        for kind, message in messages:
            unit = Unit(kind=kind, message=message)
            if check(unit):
                return unit
    raise UnreadableError("no identifier of a task, workflow or launch plan is in the message")


def name_finding(unit: Unit, name: str, place: Location) -> Diagnostic | None:
    """What is wrong with the name of a file that holds `unit`: flytectl goes by names, and takes it for what they say.

    An error where the name says something else than is true, a warning where it says nothing.
    """
    said, rename = suffix_kind(name), f"_{unit.kind.value}.pb"
    if name.endswith(ARCHIVE_SUFFIXES) or (said and said is not unit.kind):
        says = said.label if said else "archive"
        message = f"this is a {unit.kind.label}, and the file name says {says}; a name in {rename} was expected"
        return Diagnostic(code=UNREADABLE_FILE, message=message, location=place)
    if said or not name.endswith(".pb") or unit.kind is Kind.TASK:
        return None
    return Diagnostic(
        code=UNREADABLE_FILE,
        severity=Severity.WARNING,
        message=f"this is a {unit.kind.label}, and the file name does not say so; flytectl takes it for a task",
        location=place,
        hint=f"Rename it to end in {rename}.",
    )


def _parsed(kind: Kind, data: bytes) -> EntityMessage | None:
    try:
        return parse(MESSAGES[kind], data)
    except DecodeError:
        return None


def _names_itself(unit: Unit) -> bool:
    return bool(unit.id.name) and unit.id.resource_type == unit.kind.value


def _could_be(unit: Unit) -> bool:
    """Some writers leave the resource type out; then no field may be left over."""
    return bool(unit.id.name) and not unit.id.resource_type and not has_unknown_fields(unit.message)
