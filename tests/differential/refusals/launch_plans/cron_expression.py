# flytekit: AssertionError
from flytekit import CronSchedule, LaunchPlan, workflow


@workflow
def wf() -> None: ...


LaunchPlan.create("plan", wf, schedule=CronSchedule(cron_expression="0 0 * * ? *"))  # expect: FTC201 cron_expression is given, which flytekit no longer takes
