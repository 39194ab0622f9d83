# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n).with_overrides(cache=True)  # expect: FTC201 the cache has neither a version nor a policy to make one
