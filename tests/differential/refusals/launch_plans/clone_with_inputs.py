# flytekit: AttributeError
from flytekit import LaunchPlan, task, workflow


@task
def use(a: int) -> int:
    return a


@workflow
def flow(a: int) -> int:
    return use(a=a)


first = LaunchPlan.get_or_create(flow, name="first")
second = first.clone_with("second", fixed_inputs={"a": 1})  # expect: FTC201 clone_with of launch plan 'first' is given inputs, which flytekit takes as messages only
