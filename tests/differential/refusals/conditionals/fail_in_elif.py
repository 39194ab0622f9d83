# flytekit: UnboundLocalError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return (
        conditional("c")
        .if_(n > 1)
        .then(t(n=n))
        .elif_(n > 2)  # expect: FTC214 elif_ of conditional 'c' fails, but only else_ can
        .fail("too much")
        .else_()
        .then(t(n=n))
    )
