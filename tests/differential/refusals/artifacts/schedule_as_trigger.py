# flytekit: TypeError
from flytekit import CronSchedule, LaunchPlan, task, workflow
from flytekit.core.schedule import OnSchedule


@task
def use() -> int:
    return 1


@workflow
def flow() -> int:
    return use()


plan = LaunchPlan.get_or_create(flow, name="plan", trigger=OnSchedule(CronSchedule(schedule="0 1 * * *")))  # expect: FTC201 launch plan plan: its trigger is a schedule
