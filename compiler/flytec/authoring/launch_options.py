"""What a launch plan carries besides its inputs: labels, annotations, notifications, storage and concurrency."""

from __future__ import annotations

from flytec.authoring.arguments import INT32, UINT32, takes
from flytec.authoring.security import Identity, SecurityContext
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.records import dataclass


class WorkflowExecutionPhase:
    """Phases of an execution; the values are `flyteidl.core.WorkflowExecution.Phase`."""

    UNDEFINED = 0
    QUEUED = 1
    RUNNING = 2
    SUCCEEDING = 3
    SUCCEEDED = 4
    FAILING = 5
    FAILED = 6
    ABORTED = 7
    TIMED_OUT = 8
    ABORTING = 9

    @classmethod
    def enum_to_string(cls, int_value: int) -> str:
        """The name of a phase, `{unknown}` for none of them."""
        names = {value: name for name, value in vars(cls).items() if name.isupper()}
        return names.get(int_value, "{unknown}")


@takes("Labels", "values", values=dict[str, str])
@dataclass
class Labels:
    """Labels of the executions that a launch plan starts."""

    values: dict[str, str]


@takes("Annotations", "values", values=dict[str, str])
@dataclass
class Annotations:
    """Annotations of the executions that a launch plan starts."""

    values: dict[str, str]


@takes("AuthRole", assumable_iam_role=str, kubernetes_service_account=str)
@dataclass
class AuthRole:
    """The identity of executions, as it was given before `SecurityContext`."""

    assumable_iam_role: str | None = None
    kubernetes_service_account: str | None = None


@takes("RawOutputDataConfig", output_location_prefix=str)
@dataclass
class RawOutputDataConfig:
    """Where offloaded data goes."""

    output_location_prefix: str


class ConcurrencyLimitBehavior:
    """What happens to an execution past the limit; the values are `flyteidl.admin.ConcurrencyLimitBehavior`."""

    SKIP = 1


@takes("ConcurrencyPolicy", max_concurrency=UINT32, behavior=int)
@dataclass
class ConcurrencyPolicy:
    """How many executions of a launch plan may run at a time."""

    max_concurrency: int
    behavior: int | None = None


@takes("EmailNotification", recipients_email=list[str])
@dataclass
class EmailNotification:
    """Recipients of plain mail."""

    recipients_email: list[str]


@takes("SlackNotification", recipients_email=list[str])
@dataclass
class SlackNotification:
    """Mail addresses of Slack channels."""

    recipients_email: list[str]


@takes("PagerDutyNotification", recipients_email=list[str])
@dataclass
class PagerDutyNotification:
    """Mail addresses of PagerDuty services."""

    recipients_email: list[str]


_TERMINAL_PHASES = frozenset(
    {
        WorkflowExecutionPhase.ABORTED,
        WorkflowExecutionPhase.FAILED,
        WorkflowExecutionPhase.SUCCEEDED,
        WorkflowExecutionPhase.TIMED_OUT,
    }
)


@takes(
    "a notification",
    phases=list[int],
    email=EmailNotification,
    pager_duty=PagerDutyNotification,
    slack=SlackNotification,
)
@dataclass
class Notification:
    """A message that is sent when an execution reaches one of `phases`.

    Raises:
        UserError: FTC201 for no phase or recipient, and for a phase that does not end an execution.
    """

    phases: list[int]
    email: EmailNotification | None
    pager_duty: PagerDutyNotification | None
    slack: SlackNotification | None

    def __init__(
        self,
        phases: list[int],
        email: EmailNotification | None = None,
        pager_duty: PagerDutyNotification | None = None,
        slack: SlackNotification | None = None,
    ) -> None:
        self.phases = phases
        self.email = email
        self.pager_duty = pager_duty
        self.slack = slack
        if not phases:
            raise _invalid("a notification names no phase, expected at least one")
        for phase in phases:
            if phase not in _TERMINAL_PHASES:
                name = WorkflowExecutionPhase.enum_to_string(phase)
                raise _invalid(f"a notification is sent at phase {name}, expected one that ends an execution")
        channels = [channel for channel in (email, pager_duty, slack) if channel is not None]
        if channels and not channels[0].recipients_email:
            raise _invalid("a notification has no recipient, expected at least one")


class Email(Notification):
    """A notification by plain mail."""

    def __init__(self, phases: list[int], recipients_email: list[str]) -> None:
        super().__init__(phases, email=EmailNotification(recipients_email))


class Slack(Notification):
    """A notification to Slack, by mail."""

    def __init__(self, phases: list[int], recipients_email: list[str]) -> None:
        super().__init__(phases, slack=SlackNotification(recipients_email))


class PagerDuty(Notification):
    """A notification to PagerDuty, by mail."""

    def __init__(self, phases: list[int], recipients_email: list[str]) -> None:
        super().__init__(phases, pager_duty=PagerDutyNotification(recipients_email))


@takes(
    "Options",
    labels=Labels,
    annotations=Annotations,
    raw_output_data_config=RawOutputDataConfig,
    security_context=SecurityContext,
    max_parallelism=INT32,
    notifications=list[Notification],
    overwrite_cache=bool,
)
@dataclass
class Options:
    """Settings that registration puts over those of launch plans."""

    labels: Labels | None = None
    annotations: Annotations | None = None
    raw_output_data_config: RawOutputDataConfig | None = None
    security_context: SecurityContext | None = None
    max_parallelism: int | None = None
    notifications: list[Notification] | None = None
    disable_notifications: bool | None = None
    overwrite_cache: bool | None = None

    @classmethod
    def default_from(cls, k8s_service_account: str | None = None, raw_data_prefix: str | None = None) -> Options:
        """Options with just a service account and a storage prefix."""
        identity = Identity(k8s_service_account=k8s_service_account)
        return cls(
            security_context=SecurityContext(run_as=identity) if k8s_service_account else None,
            raw_output_data_config=RawOutputDataConfig(raw_data_prefix) if raw_data_prefix else None,
        )


def _invalid(message: str) -> Exception:
    return user_error(INVALID_DECLARATION, message, at=caller_location())


def with_role(context: SecurityContext | None, role: AuthRole | None) -> SecurityContext | None:
    """The security context that a launch plan is given, or one of the identities in `role`, which came before it."""
    if context is not None or role is None:
        return context
    identity = Identity(iam_role=role.assumable_iam_role, k8s_service_account=role.kubernetes_service_account)
    return SecurityContext(run_as=identity)
