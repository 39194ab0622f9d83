"""What the jobs of Kubeflow's operators have in common."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.plugins.messages import filled, resources
from flytec.settings.resources import Resources

if TYPE_CHECKING:
    from flytec.ir.plugins import RunPolicy as RunPolicyMessage


class RestartPolicy(Enum):
    """`flyteidl.plugins.kubeflow.RestartPolicy`."""

    ALWAYS = 2
    FAILURE = 1
    NEVER = 0


class CleanPodPolicy(Enum):
    """`flyteidl.plugins.kubeflow.CleanPodPolicy`."""

    NONE = 0
    ALL = 2
    RUNNING = 1


@takes(
    "RunPolicy",
    clean_pod_policy=CleanPodPolicy,
    ttl_seconds_after_finished=INT32,
    active_deadline_seconds=INT32,
    backoff_limit=INT32,
)
@dataclass
class RunPolicy:
    """When a job ends, and what becomes of its pods."""

    clean_pod_policy: CleanPodPolicy | None = None
    ttl_seconds_after_finished: int | None = None
    active_deadline_seconds: int | None = None
    backoff_limit: int | None = None


REPLICAS: dict[str, Any] = {
    "image": str,
    "requests": Resources,
    "limits": Resources,
    "replicas": INT32,
    "restart_policy": RestartPolicy,
}


@dataclass
class Replicas:
    """The pods of one role; what is not given is the task's."""

    image: str | None = None
    requests: Resources | None = None
    limits: Resources | None = None
    replicas: int | None = None
    restart_policy: RestartPolicy | None = None


def replica_spec(kind: type[Any], config: Any, replicas: int | None, **fields: Any) -> Any:
    """The message `kind` for the pods of one role."""
    what = f"the {type(config).__name__} config"
    return filled(
        kind,
        what,
        replicas=replicas,
        image=config.image,
        resources=resources(config.requests, config.limits, what),
        restart_policy=None if config.restart_policy is None else config.restart_policy.value,
        **fields,
    )


def run_policy(policy: RunPolicy | None) -> RunPolicyMessage | None:
    """The message for a policy."""
    from flytec.ir.plugins import RunPolicy as Message

    if policy is None:
        return None
    return filled(
        Message,
        "the RunPolicy config",
        clean_pod_policy=None if policy.clean_pod_policy is None else policy.clean_pod_policy.value,
        ttl_seconds_after_finished=policy.ttl_seconds_after_finished,
        active_deadline_seconds=policy.active_deadline_seconds,
        backoff_limit=policy.backoff_limit,
    )


def require_replicas(old_name: str, old: int | None, role: str, new: int | None) -> None:
    """Exactly one of the deprecated number and `role.replicas` is given.

    Raises:
        UserError: FTC201 for both and for none.
    """
    if old and new:
        raise invalid(f"both {old_name} and {role}.replicas are given, expected one", f"give {role}.replicas")
    if old is None and new is None:
        raise invalid(f"neither {role}.replicas nor {old_name} is given", f"give {role}.replicas")


def invalid(message: str, hint: str) -> UserError:
    """FTC201 at the user's line."""
    return user_error(INVALID_DECLARATION, message, at=caller_location(), hint=hint)
