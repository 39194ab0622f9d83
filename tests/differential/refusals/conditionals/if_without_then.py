# flytekit: UnboundLocalError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    section = conditional("c")
    section.if_(n > 1)  # expect: FTC214 if_ of conditional 'c' has no result, expected that of a call
    return section.if_(n > 2).then(t(n=n)).else_().then(t(n=2))
