# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n).with_overrides(retries=n)  # expect: FTC208 retries is overridden by a promise, expected a value that is known while compiling
