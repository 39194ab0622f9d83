"""Dynamic tasks that call each other, that are called in conditionals, and that a workflow runs first of all."""

from flytekit import conditional, dynamic, task, workflow


@workflow
def first(n: int) -> int:
    return recursive(n=n)


@task
def one() -> int:
    return 1


@dynamic
def recursive(n: int) -> int:
    if n < 2:
        return one()
    return recursive(n=n - 1)


@workflow
def branches(n: int) -> int:
    return conditional("n").if_(n > 1).then(recursive(n=n)).else_().then(one())
