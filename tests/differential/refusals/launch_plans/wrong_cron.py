# flytekit: ValueError
from flytekit import CronSchedule, LaunchPlan, workflow


@workflow
def wf() -> None: ...


LaunchPlan.create("plan", wf, schedule=CronSchedule(schedule="every day"))  # expect: FTC201 schedule 'every day' is no cron expression: it has 2 fields, expected 5
