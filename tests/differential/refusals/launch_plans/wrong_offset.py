# flytekit: ValueError
from flytekit import CronSchedule, LaunchPlan, workflow


@workflow
def wf() -> None: ...


LaunchPlan.create("plan", wf, schedule=CronSchedule(schedule="@daily", offset="one hour"))  # expect: FTC201 offset 'one hour' is no ISO 8601 duration
