# flytekit: ValueError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n == 2**63).then(t(n=1)).else_().then(t(n=2))  # expect: FTC206 a comparison of conditional 'c': 9223372036854775808 is an int, expected one of 64 bits
