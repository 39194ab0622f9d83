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

MAX_DESCRIPTION = 4000
_MAX_DURATION = 315_576_000_000
_FIRST_SECOND, _LAST_SECOND = -62_135_596_800, 253_402_300_799
_MAX_NANOS = 999_999_999

# Bytes that every message without a JSON form has, and few others: the seconds of a duration or timestamp in six bytes
# or more, its nanoseconds in five or more, an entry of a struct or an item of its list that is empty.
_SUSPECT = re.compile(
    rb"\x08[\x80-\xff]{5}|\x10[\x80-\xff]{4}|\n[\x04-\x7f]\n[\x00-\x7b][\t\n\r\x20-\xff]*\x12\x00"
    rb"|\n[\x80-\xff]+.\n[\x00-\xff]{1,3}?[\t\n\r\x20-\xff]*\x12\x00|(?<!\x1a.)\n\x00|\n\x00(?!\x12)",
    re.DOTALL,
)


def encoding_findings(message: pb.Message, data: bytes) -> Iterator[Finding]:
    """The durations, timestamps and values of a unit that have no JSON form; `data` is what it is serialized to."""
    if _SUSPECT.search(data):
        for path, held in messages(message):
            fault = _fault(held)
            if fault:
                yield Finding(code=UNENCODABLE_VALUE, field=path, message=fault)


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
