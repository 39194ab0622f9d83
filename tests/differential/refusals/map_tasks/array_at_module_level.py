# flytekit: accepts
from flytekit import LaunchPlan, map_task, workflow


@workflow
def base(n: int) -> int:
    return n


squares = map_task(LaunchPlan.get_or_create(base))(n=[1, 2])  # expect: FTC209 array_at_module_level.base is called outside of a workflow's body, which would run it now
