# flytekit: ValueError
from flytekit import task


@task(timeout="1h")  # expect: FTC201 timeout is '1h', expected a datetime.timedelta or whole seconds
def t(n: int) -> int:
    return n
