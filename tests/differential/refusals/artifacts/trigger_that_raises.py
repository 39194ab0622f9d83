# flytekit: LookupError
from flytekit import LaunchPlan, task, workflow


class Broken:
    def to_flyte_idl(self, plan):
        raise LookupError("nothing there")  # expect: FTC207 launch plan plan: the trigger of launch plan plan raises LookupError: nothing there


@task
def use() -> int:
    return 1


@workflow
def flow() -> int:
    return use()


plan = LaunchPlan.get_or_create(flow, name="plan", trigger=Broken())
