# flytekit: AssertionError
from datetime import timedelta

from flytekit import FixedRate, LaunchPlan, workflow


@workflow
def wf() -> None: ...


LaunchPlan.create("plan", wf, schedule=FixedRate(duration=timedelta(seconds=90)))  # expect: FTC201 the rate is 0:01:30, expected whole minutes
