"""Conditionals inside conditionals."""

from flytekit import conditional, task, workflow


@task
def half(n: float) -> float:
    return n / 2


@task
def twice(n: float) -> float:
    return n * 2


@task
def log(message: str): ...


@workflow
def inside_the_first(x: float) -> float:
    return (
        conditional("outer")
        .if_((x > 0.1) & (x < 1.0))
        .then(
            conditional("inner")
            .if_(x < 0.5)
            .then(half(n=x))
            .elif_((x > 0.5) & (0.7 > x))
            .then(twice(n=x))
            .else_()
            .fail("only below 0.7")
        )
        .elif_((x > 1.0) & (x < 10.0))
        .then(twice(n=x))
        .else_()
        .then(half(n=x))
    )


@workflow
def inside_every_one(x: float, y: float) -> float:
    return (
        conditional("outer")
        .if_(x > 1.0)
        .then(conditional("a").if_(y > 1.0).then(half(n=y)).else_().then(twice(n=y)))
        .elif_(x > 0.5)
        .then(conditional("b").if_(y > 1.0).then(half(n=y)).else_().then(twice(n=y)))
        .else_()
        .then(conditional("c").if_(y > 1.0).then(half(n=y)).else_().then(twice(n=y)))
    )


@workflow
def four_deep(x: float) -> float:
    return (
        conditional("one")
        .if_(x > 1.0)
        .then(
            conditional("two")
            .if_(x > 2.0)
            .then(
                conditional("three")
                .if_(x > 3.0)
                .then(conditional("four").if_(x > 4.0).then(half(n=x)).else_().then(twice(n=x)))
                .else_()
                .then(half(n=2.0))
            )
            .else_()
            .then(half(n=1.0))
        )
        .else_()
        .then(half(n=0.0))
    )


@workflow
def operands_from_outside(x: float) -> float:
    a = half(n=x)
    b = twice(n=a)
    return (
        conditional("outer")
        .if_(a > 1.0)
        .then(conditional("inner").if_(b > a).then(half(n=b)).elif_(b == x).then(half(n=a)).else_().fail("small"))
        .else_()
        .then(twice(n=b))
    )


@workflow
def without_results(x: float):
    (
        conditional("outer")
        .if_(x > 1.0)
        .then(conditional("inner").if_(x > 2.0).then(log(message="big")).else_().then(log(message="middle")))
        .else_()
        .then(log(message="small"))
    )


@workflow
def without_results_inside(x: float) -> float:
    y = half(n=x)
    (
        conditional("outer")
        .if_(y > 1.0)
        .then(conditional("inner").if_(x > 2.0).then(log(message="big")).else_().fail("oh"))
        .else_()
        .then(twice(n=x))
    )
    return y
