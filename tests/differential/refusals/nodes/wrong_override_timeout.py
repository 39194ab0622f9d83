# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n).with_overrides(timeout="1h")  # expect: FTC201 timeout is '1h', expected a datetime.timedelta or whole seconds
