"""How operands become inputs of the branch node, and what they are called."""

import typing
from dataclasses import dataclass

from flytekit import conditional, task, workflow


@dataclass
class Inner:
    size: int
    labels: list[str]


@dataclass
class Trip:
    days: int
    name: str
    inner: Inner


@task
def trip() -> Trip:
    return Trip(1, "x", Inner(1, []))


@task
def trips() -> list[Trip]:
    return []


@task
def table() -> dict[str, int]:
    return {}


@task
def nested() -> dict[str, list[int]]:
    return {}


@task
def named() -> typing.NamedTuple("Named", count=int, label=str):
    return 1, ""


@task
def number(n: int = 1) -> int:
    return n


@workflow
def attributes() -> int:
    t = trip()
    return conditional("attributes").if_(t.days > 3).then(number(n=t.inner.size)).else_().then(number(n=t.days))


@workflow
def deep_attributes(t: Trip) -> int:
    u = trip()
    return (
        conditional("deep")
        .if_(t.inner.labels[0] == "x")
        .then(number())
        .elif_(u.inner.size < 3)
        .then(number())
        .else_()
        .then(number())
    )


@workflow
def indices() -> int:
    a, b, c = trips(), table(), nested()
    return (
        conditional("indices")
        .if_(a[0].days == 3)
        .then(number())
        .elif_(b["x"] > 2)
        .then(number(n=b["x"]))
        .elif_(c["y"][1] > 2)
        .then(number(n=c["y"][0]))
        .else_()
        .then(number(n=a[1].days))
    )


@workflow
def two_attributes_of_one_output() -> int:
    t = trip()
    return conditional("confused").if_((t.days > 3) & (t.name == "x")).then(number()).else_().then(number(n=t.days))


@workflow
def named_outputs() -> int:
    x = named()
    y = named()
    return (
        conditional("named")
        .if_((x.count > y.count) & (x.label == "a"))
        .then(number(n=x.count))
        .elif_(y.label != x.label)
        .then(number(n=y.count))
        .else_()
        .fail("same")
    )


@workflow
def order_of_names(b: int, a: int) -> int:
    nodes = [number(n=i) for i in range(12)]
    return (
        conditional("names")
        .if_((nodes[11] > nodes[2]) & (b > nodes[10]))
        .then(number())
        .elif_((a == nodes[1]) | (nodes[2] == b))
        .then(number())
        .else_()
        .then(number())
    )


@workflow
def renamed_before() -> int:
    x = number().with_overrides(node_name="first_number")
    return conditional("renamed").if_(x > 1).then(number(n=x)).else_().then(number())


@workflow
def renamed_after() -> int:
    x = number()
    y = conditional("renamed").if_(x > 1).then(number(n=x)).else_().then(number())
    x.with_overrides(node_name="first_number")
    y.with_overrides(node_name="decided")
    return number(n=y)


@workflow
def of_earlier_conditionals(n: int) -> int:
    x = conditional("one").if_(n > 1).then(named()).else_().then(named())
    return conditional("two").if_((x.count > 1) | (n == 3)).then(number(n=x.count)).else_().then(number())


@workflow
def no_promise_twice(n: int) -> int:
    return (
        conditional("once")
        .if_((n > 1) & (n < 5) & (1 < n))
        .then(number(n=n))
        .elif_(n == 7)
        .then(number(n=n))
        .else_()
        .then(number(n=n))
    )
