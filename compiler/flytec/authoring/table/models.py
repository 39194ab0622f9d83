"""Names of plain values: labels, notifications, security, documentation, schedules, phases."""

from collections.abc import Mapping

from flytec.authoring.rows import Row

_A = "flytec.authoring"


def _all_of(module: str, *names: str) -> dict[str, Row]:
    return {name: f"{_A}.{module}:{name}" for name in names}


_SECURITY = _all_of("security", "Identity", "OAuth2Client", "OAuth2TokenRequest", "Secret", "SecurityContext")
_DOCUMENTATION = _all_of("documentation", "Description", "Documentation", "SourceCode")
_COMMON = _all_of(
    "launch_options",
    *("Annotations", "AuthRole", "EmailNotification", "Labels", "Notification", "PagerDutyNotification"),
    *("RawOutputDataConfig", "SlackNotification"),
)
_CONCURRENCY = _all_of("launch_options", "ConcurrencyLimitBehavior", "ConcurrencyPolicy")
_PHASE = _all_of("launch_options", "WorkflowExecutionPhase")

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {
        "Annotations": _COMMON["Annotations"],
        "AuthRole": _COMMON["AuthRole"],
        "Labels": _COMMON["Labels"],
        "Secret": _SECURITY["Secret"],
        "SecurityContext": _SECURITY["SecurityContext"],
        **_CONCURRENCY,
        **_DOCUMENTATION,
        **_PHASE,
    },
    "flytekit.models": {},
    "flytekit.models.common": _COMMON,
    "flytekit.models.concurrency": _CONCURRENCY,
    "flytekit.models.core": {},
    "flytekit.models.core.execution": _PHASE,
    "flytekit.models.documentation": _DOCUMENTATION,
    "flytekit.models.schedule": _all_of("schedules", "Schedule"),
    "flytekit.models.security": _SECURITY,
}
