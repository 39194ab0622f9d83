"""Gates as branches, and what they give as operands."""

from datetime import timedelta

from flytekit import approve, conditional, sleep, task, wait_for_input, workflow


@task
def number(n: int = 1) -> int:
    return n


@task
def title() -> str:
    return ""


@task
def publish(name: str) -> str:
    return name


@task
def log(): ...


@workflow
def answer_decides() -> str:
    name = title()
    ok = wait_for_input("publish?", timedelta(hours=1), bool)
    other = wait_for_input("other title", timedelta(hours=1), str)
    return (
        conditional("answer")
        .if_(ok.is_true())
        .then(publish(name=name))
        .elif_(other != "")
        .then(publish(name=other))
        .else_()
        .fail("not published")
    )


@workflow
def approved_value_decides(n: int) -> int:
    a = approve(number(n=n), "number", timedelta(1))
    return conditional("approved").if_(a > 3).then(number(n=a)).else_().then(number())


@workflow
def gates_as_branches(n: int) -> int:
    a = number(n=n)
    return (
        conditional("gates")
        .if_(n > 1)
        .then(wait_for_input("o0", timedelta(1), int))
        .elif_(n > 0)
        .then(approve(a, "a", timedelta(1)))
        .else_()
        .then(number(n=a))
    )


@workflow
def sleep_as_branch(n: int):
    conditional("nap").if_(n > 1).then(sleep(timedelta(seconds=3))).else_().then(log())


@workflow
def approval_behind_a_task_behind_a_conditional(n: int) -> int:
    x = conditional("either").if_(n > 1).then(number(n=n)).else_().then(number())
    return approve(number(n=x), "either", timedelta(1))


@workflow
def ordered(n: int) -> int:
    nap = sleep(timedelta(seconds=3))
    x = conditional("either").if_(n > 1).then(number(n=n)).else_().then(number())
    nap >> x
    last = sleep(timedelta(seconds=4))
    x >> last
    return x
