"""What may handle a failure, and on which inputs."""

import typing
from dataclasses import dataclass
from typing import Annotated, List, Optional, Union

from flytekit import LaunchPlan, Resources, WorkflowFailurePolicy, conditional, task, workflow
from flytekit.types.error.error import FlyteError
from flytekit.types.file import FlyteFile


@dataclass
class Trip:
    days: int


@task
def work(n: int) -> int:
    return n


@task
def nothing(): ...


@task(retries=3, timeout=60, interruptible=True, requests=Resources(cpu="1"))
def same_inputs(n: int): ...


@task
def with_error(n: int, err: Optional[FlyteError] = None): ...


@task
def with_error_without_default(n: int, err: Optional[FlyteError]): ...


@task
def more_optional(
    n: int, note: Optional[str] = "note", err: Union[FlyteError, None] = None, count: int | None = 3, trip: Trip | None = None
) -> str:
    return ""


@task
def another_default(n: int = 7, err: Optional[FlyteError] = None): ...


@task
def no_inputs(err: Optional[FlyteError] = None): ...


@task
def many(err: Optional[FlyteError], b: List[int], a: str, file: FlyteFile, trip: Trip, d: dict[str, float]): ...


@workflow
def handling_workflow(n: int, err: Optional[FlyteError] = None) -> int:
    work(n=n)
    return work(n=1)


@workflow
def handling_with_conditional(n: int, err: Optional[FlyteError] = None):
    conditional("how").if_(n > 1).then(same_inputs(n=n)).else_().then(nothing())


handling_plan = LaunchPlan.get_or_create(handling_workflow, "handlers.plan")


@workflow(on_failure=same_inputs)
def by_task(n: int) -> int:
    return work(n=n)


@workflow(on_failure=with_error)
def by_task_with_error(n: int) -> int:
    return work(n=n)


@workflow(on_failure=with_error_without_default, failure_policy=WorkflowFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE)
def with_policy(n: int = 5) -> int:
    return work(n=n)


@workflow(on_failure=more_optional, failure_policy=WorkflowFailurePolicy.FAIL_IMMEDIATELY, interruptible=True)
def with_more_optional_inputs(n: int):
    work(n=n)


@workflow(on_failure=another_default)
def with_another_default(n: int = 5):
    work(n=n)


@workflow(on_failure=no_inputs)
def without_inputs() -> int:
    return work(n=1)


@workflow(on_failure=many)
def with_many_inputs(a: str, b: List[int], file: FlyteFile, trip: Trip, d: dict[str, float]) -> int:
    return work(n=trip.days)


@workflow(on_failure=handling_workflow)
def by_workflow(n: int) -> int:
    return work(n=n)


@workflow(on_failure=handling_with_conditional)
def by_workflow_with_conditional(n: int) -> int:
    return work(n=n)


@workflow(on_failure=handling_plan)
def by_launch_plan(n: int) -> int:
    return work(n=n)


@workflow(on_failure=with_error)
def with_conditional(n: int) -> int:
    return conditional("c").if_(n > 1).then(work(n=n)).else_().then(handling_workflow(n=n))


@workflow(on_failure=by_workflow)
def by_workflow_with_handler(n: int):
    work(n=n)


@workflow(on_failure=with_error)
def above(n: int) -> int:
    return by_workflow(n=by_task_with_error(n=n))
