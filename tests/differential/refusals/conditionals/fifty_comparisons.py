# flytekit: DecodeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow  # expect: FTC214 the conditions of workflow fifty_comparisons.wf lie too deep inside each other, expected a message of at most 100 levels
def wf(n: int) -> int:
    small = n == 0
    for i in range(1, 51):
        small = small | (n == i)
    return conditional("c").if_(small).then(t(n=n)).else_().then(t(n=2))
