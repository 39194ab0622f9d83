"""Trees of & and |."""

from flytekit import conditional, task, workflow


@task
def size(name: str) -> int:
    return len(name)


@task
def good(n: int) -> bool:
    return n > 0


@task
def left(n: int) -> int:
    return n


@task
def right(n: int) -> int:
    return n


@workflow
def both(n: int) -> int:
    return conditional("both").if_((n > 1) & (n < 10)).then(left(n=n)).else_().then(right(n=n))


@workflow
def either(n: int) -> int:
    return conditional("either").if_((n < 1) | (10 < n)).then(left(n=n)).else_().then(right(n=n))


@workflow
def long_chain(n: int) -> int:
    return (
        conditional("chain")
        .if_((n == 1) | (n == 2) | (n == 3) | (n == 4) | (n == 5))
        .then(left(n=n))
        .elif_((n != 6) & (n != 7) & (n != 8) & (n != 9))
        .then(right(n=n))
        .else_()
        .fail("ten or more")
    )


@workflow
def precedence(n: int, m: int) -> int:
    return (
        conditional("precedence")
        .if_((n == 1) | (n == 2) & (m == 3))
        .then(left(n=n))
        .elif_(((n == 1) | (n == 2)) & (m == 3))
        .then(left(n=n))
        .elif_((n == 1) & (n == 2) | (m == 3) & (m == 4))
        .then(left(n=n))
        .elif_((n == 1) & ((n == 2) | ((m == 3) & ((m == 4) | (n == 5)))))
        .then(left(n=n))
        .else_()
        .then(right(n=n))
    )


@workflow
def many_operands(n: int, name: str, ok: bool) -> int:
    a = size(name=name)
    b = size(name="other")
    c = good(n=a)
    return (
        conditional("operands")
        .if_((a > b) & (n <= a) | ok.is_true() & (name == "x"))
        .then(left(n=b))
        .elif_(c.is_false() & (b == n))
        .then(right(n=a))
        .else_()
        .then(right(n=n))
    )


@workflow
def kept_apart(n: int) -> int:
    low = n < 3
    high = n > 30
    extreme = low | high
    return (
        conditional("shared")
        .if_(extreme & (n != 0))
        .then(left(n=n))
        .elif_(extreme)
        .then(right(n=n))
        .else_()
        .then(right(n=1))
    )
