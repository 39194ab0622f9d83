"""What the server cannot keep: values that have no JSON form, and texts that are too long.

Rules: the digest of a unit, for which flyteadmin encodes it as JSON, which knows durations of up to 10000 years,
timestamps of the years 1 to 9999 and no `google.protobuf.Value` without a kind; the column of short descriptions.
"""

import re
from collections.abc import Iterator

from flytec.checks.finding import Finding
from flytec.checks.walk import messages
from flytec.codes import DESCRIPTION_TOO_LONG, UNENCODABLE_VALUE
from flytec.ir import pb
from flytec.ir.program import EntityMessage

MAX_DESCRIPTION = 4000
_MAX_DURATION = 315_576_000_000
_FIRST_SECOND, _LAST_SECOND = -62_135_596_800, 253_402_300_799
_MAX_NANOS = 999_999_999

# What the serialized form of a message without a JSON form has, and few others have: six bytes of seconds or five of
# nanoseconds in a duration or timestamp, and an empty entry of a struct or an empty item of its list.
_WIDE_SECONDS = re.compile(rb"\x08[\x80-\xff]{5}")
_WIDE_NANOS = re.compile(rb"\x10[\x80-\xff]{4}")
_EMPTY_ENTRY = b"\x12\x00"
_EMPTY_ITEM = b"\n\x00"


def encoding_findings(message: EntityMessage) -> Iterator[Finding]:
    """The durations, timestamps and values of a unit that have no JSON form."""
    for path, held in messages(message):
        fault = _fault(held)
        if fault:
            yield Finding(code=UNENCODABLE_VALUE, field=path, message=fault)


def may_be_unencodable(message: EntityMessage, data: bytes, bare_overrides: int) -> bool:
    """Whether it is worth the time to go through all of a message, by what it is serialized to.

    `bare_overrides` says how many of its nodes have empty overrides.
    """
    if _WIDE_SECONDS.search(data) or _WIDE_NANOS.search(data):
        return True
    entries, items = data.count(_EMPTY_ENTRY), data.count(_EMPTY_ITEM)
    if not entries and not items:
        return False
    expected_entries, expected_items = _expected_empties(message)
    return entries > expected_entries + bare_overrides or items > expected_items


def _expected_empties(message: EntityMessage) -> tuple[int, int]:
    """How many empty fields of numbers 2 and 1 a message has that are no part of a struct, where compilers put them."""
    match message:
        case pb.TaskSpec():
            return _interface_empties(message.template.interface)
        case pb.WorkflowSpec():
            entries = items = 0
            for template in (message.template, *message.sub_workflows):
                outputs, inputs = _interface_empties(template.interface)
                entries += outputs + _is_empty(template, "metadata")
                items += inputs
            return entries, items
        case pb.LaunchPlan():
            entries = _is_empty(message.spec, "entity_metadata") + _is_empty(message.closure, "expected_inputs")
            return entries, 0


def _interface_empties(interface: pb.TypedInterface) -> tuple[int, int]:
    return _is_empty(interface, "outputs"), _is_empty(interface, "inputs")


def _is_empty(message: pb.Message, field: str) -> int:
    return int(message.HasField(field) and not getattr(message, field).ByteSize())


def description_findings(message: pb.TaskSpec | pb.WorkflowSpec) -> Iterator[Finding]:
    """A short description that is longer than the server's database holds."""
    size = len(message.description.short_description)
    if size > MAX_DESCRIPTION:
        yield Finding(
            code=DESCRIPTION_TOO_LONG,
            field="description.short_description",
            message=f"the short description has {size} characters, expected at most {MAX_DESCRIPTION}",
            hint="Shorten the first paragraph of the docstring.",
        )


def _fault(message: pb.Message) -> str:
    """Why a message by itself has no JSON form, empty where it has one."""
    match message:
        case pb.Duration() if not _is_duration(message):
            return f"the duration of {message.seconds} seconds has no JSON form, expected at most 10000 years"
        case pb.Timestamp() if not is_timestamp(message):
            return f"the time of {message.seconds} seconds has no JSON form, expected one of the years 1 to 9999"
        case pb.Value() if message.WhichOneof("kind") is None:
            return "the value has nothing set and so no JSON form, expected null at least"
        case _:
            return ""


def is_timestamp(timestamp: pb.Timestamp) -> bool:
    """Whether it is a time of the years 1 to 9999."""
    return _FIRST_SECOND <= timestamp.seconds <= _LAST_SECOND and 0 <= timestamp.nanos <= _MAX_NANOS


def _is_duration(duration: pb.Duration) -> bool:
    seconds, nanos = duration.seconds, duration.nanos
    if abs(seconds) > _MAX_DURATION or abs(nanos) > _MAX_NANOS:
        return False
    return not (seconds < 0 < nanos or nanos < 0 < seconds)
