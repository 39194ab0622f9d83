"""Notifications of launch plans.

Rule: flyteadmin's `validateNotifications`. No address is looked at, and a notification without phases is taken.
"""

from collections.abc import Iterable, Iterator, Mapping

from flytec.checks.finding import Finding
from flytec.codes import INVALID_NOTIFICATION
from flytec.ir import pb

_FINAL: Mapping[int, str] = {4: "SUCCEEDED", 6: "FAILED", 7: "ABORTED", 8: "TIMED_OUT"}


def notification_findings(notifications: Iterable[pb.Notification]) -> Iterator[Finding]:
    """What is wrong with the notifications of a launch plan, at `spec.entity_metadata.notifications`."""
    for index, notification in enumerate(notifications):
        field = f"spec.entity_metadata.notifications[{index}]"
        kind = notification.WhichOneof("type")
        if kind is None:
            yield _invalid(field, "the notification says no way to send it, expected email, slack or pager_duty")
        else:
            yield from _recipient_findings(getattr(notification, kind).recipients_email, f"{field}.{kind}")
        for at, phase in enumerate(notification.phases):
            if phase not in _FINAL:
                message = f"the notification is sent in phase {_phase(phase)}, expected one of {_listed()}"
                yield _invalid(f"{field}.phases[{at}]", message, "Name phases in which an execution ends.")


def _recipient_findings(recipients: Iterable[str], field: str) -> Iterator[Finding]:
    found = list(recipients)
    if not found:
        yield _invalid(field, "the notification has no recipient, expected one or more")
    for index, recipient in enumerate(found):
        if not recipient:
            yield _invalid(f"{field}.recipients_email[{index}]", "a recipient is empty, expected an address")


def _phase(number: int) -> str:
    held = pb.WorkflowExecution.Phase.DESCRIPTOR.values_by_number.get(number)
    return held.name if held else str(number)


def _listed() -> str:
    *names, last = _FINAL.values()
    return f"{', '.join(names)} and {last}"


def _invalid(field: str, message: str, hint: str = "") -> Finding:
    return Finding(code=INVALID_NOTIFICATION, field=field, message=message, hint=hint)
