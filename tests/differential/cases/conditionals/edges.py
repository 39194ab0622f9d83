"""Edges between a conditional, what is in it and what is around it."""

from flytekit import conditional, task, workflow
from flytekit.core.node_creation import create_node


@task
def number(n: int = 1) -> int:
    return n


@task
def log(message: str = ""): ...


@task
def pair() -> tuple[int, str]:
    return 1, ""


@workflow
def sub(n: int) -> int:
    return number(n=n)


@workflow
def only_node(n: int) -> int:
    return conditional("only").if_(n > 1).then(number(n=n)).else_().then(number())


@workflow
def last_node(n: int):
    a = number(n=n)
    conditional("last").if_(a > 1).then(log(message="big")).else_().then(log())


@workflow
def first_node(n: int) -> int:
    a = conditional("first").if_(n > 1).then(number(n=n)).else_().then(number())
    return number(n=sub(n=a))


@workflow
def inputs_from_outside(n: int) -> int:
    a = number(n=n)
    b = number(n=a)
    c = number(n=b)
    return conditional("inputs").if_(n > 1).then(number(n=b)).elif_(a > 2).then(sub(n=c)).else_().then(number(n=a))


@workflow
def ordered_around(n: int) -> int:
    first = log(message="first")
    decision = conditional("middle").if_(n > 1).then(number(n=n)).else_().then(number())
    last = log(message="last")
    first >> decision
    decision >> last
    return decision


@workflow
def ordered_around_void(n: int):
    first = create_node(log, message="first")
    decision = conditional("middle").if_(n > 1).then(log(message="big")).else_().then(log())
    last = log(message="last")
    decision >> last
    other = log(message="other")
    last >> other
    first.runs_before(create_node(number, n=n))


@workflow
def into_a_branch(n: int) -> int:
    before = log(message="before")
    return (
        conditional("into")
        .if_(n > 1)
        .then(before >> number(n=n))
        .else_()
        .then(before >> sub(n=n))
    )


@workflow
def into_a_branch_from_a_later_call(n: int) -> int:
    decision = conditional("later").if_(n > 1).then(inside := sub(n=n)).else_().then(number(n=3))
    later = number(n=4)
    later >> inside
    return decision


@workflow
def out_of_a_branch(n: int) -> int:
    decision = conditional("out").if_(n > 1).then(inside := number(n=n)).else_().then(number(n=3))
    later = number(n=4)
    inside >> later
    return decision


@workflow
def chain_of_conditionals(n: int) -> int:
    for i in range(12):
        n = conditional(f"step_{i}").if_(n > i).then(number(n=n)).else_().then(sub(n=n))
    return n


@workflow
def in_a_loop_and_a_function(n: int) -> list[int]:
    def decide(i: int, m: int):
        return conditional(f"step_{i}").if_(m > i).then(number(n=m)).else_().then(sub(n=m))

    return [decide(i, number(n=n)) for i in range(3)]


@workflow
def members(n: int) -> int:
    a, b = pair()
    c, d = conditional("pairs").if_(a > n).then(pair()).else_().fail(f"{n} is wrong")
    return conditional("strings").if_((b == d) | (c == a)).then(number(n=c)).else_().then(number(n=a))
