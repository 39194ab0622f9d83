"""Calls inside a conditional that no branch ends with: flytekit leaves their nodes out."""

from flytekit import conditional, task, workflow


@task
def number(n: int = 1) -> int:
    return n


@task
def only_called_in_a_branch(n: int) -> int:
    return n


@task
def only_called_in_a_condition(n: int) -> int:
    return n


@task
def only_called_in_passing(n: int): ...


@workflow
def sub(n: int) -> int:
    return number(n=n)


@workflow
def declared_and_left_out(n: int) -> int:
    return number(n=n)


@workflow
def call_of_a_call(n: int) -> int:
    return (
        conditional("chained")
        .if_(n > 1)
        .then(number(n=only_called_in_a_branch(n=n)))
        .else_()
        .then(number(n=declared_and_left_out(n=n)))
    )


@workflow
def call_in_a_condition(n: int) -> int:
    a = number(n=n)
    return conditional("called").if_((only_called_in_a_condition(n=n) > 1) & (a > 1)).then(a).else_().then(number())


@workflow
def call_in_passing(n: int) -> int:
    section = conditional("passing")
    only_called_in_passing(n=n)
    begun = section.if_(n > 1).then(number(n=n))
    sub(n=n)
    return begun.else_().then(number())


@workflow
def without_else(n: int) -> int:
    a = number(n=n)
    conditional("open").if_(n > 1).then(number(n=n)).elif_(n > 2).then(sub(n=n))
    return a


@workflow
def plain_tuple_in_else(n: int) -> int:
    return conditional("tuple").if_(n > 1).then(number(n=n)).else_().then((number(n=1), number(n=2)))
