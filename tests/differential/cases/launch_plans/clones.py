"""Copies of launch plans: what is replaced, what is kept, what is not copied."""

from datetime import timedelta

from google.protobuf.wrappers_pb2 import StringValue

from flytekit import ConcurrencyPolicy, CronSchedule, Email, FixedRate, Labels, LaunchPlan, SecurityContext, task, workflow
from flytekit.models.common import Annotations, RawOutputDataConfig
from flytekit.models.core.execution import WorkflowExecutionPhase
from flytekit.models.security import Identity


class Named:
    def to_flyte_idl(self, plan):
        return StringValue(value=plan.name)


@task
def use(a: int, b: str) -> int:
    return a


@workflow
def flow(a: int, b: str = "b", c: int | None = None) -> int:
    return use(a=a, b=b)


first = LaunchPlan.get_or_create(
    flow,
    name="first",
    default_inputs={"a": 3},
    fixed_inputs={"b": "fixed"},
    schedule=CronSchedule(schedule="0 3 * * *"),
    notifications=[Email([WorkflowExecutionPhase.FAILED], ["a@b.c"])],
    labels=Labels({"team": "x"}),
    annotations=Annotations({"note": "y"}),
    raw_output_data_config=RawOutputDataConfig("s3://bucket"),
    max_parallelism=3,
    security_context=SecurityContext(run_as=Identity(k8s_service_account="account")),
    overwrite_cache=True,
    auto_activate=True,
    concurrency=ConcurrencyPolicy(max_concurrency=2),
)
same = first.clone_with("same")
changed = first.clone_with(
    "changed",
    schedule=FixedRate(timedelta(hours=3)),
    notifications=[],
    labels=Labels({"team": "z"}),
    annotations=Annotations({}),
    max_parallelism=9,
    raw_output_data_config=RawOutputDataConfig("s3://other"),
    security_context=SecurityContext(run_as=Identity(iam_role="role")),
    trigger=Named(),
    overwrite_cache=False,
    auto_activate=True,
)
again = changed.clone_with(name="again")


@workflow
def outer(a: int) -> int:
    return first(a=a)
