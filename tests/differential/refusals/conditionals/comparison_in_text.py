# flytekit: accepts
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    big = n > 1
    return conditional("c").if_(big).then(t(n=n)).else_().fail(f"not {big}")  # expect: FTC208 a comparison or an unfinished conditional is turned into text, which flytekit words in its own way
