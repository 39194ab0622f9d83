# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return (
        conditional("outer")
        .if_(n > 1)
        .then(conditional("inner").if_(n > 2).then(t(n=n)))  # expect: FTC214 if_ of conditional 'outer' has the unfinished conditional 'inner' as its result, expected the result of a call
        .else_()
        .then(t(n=n))
    )
