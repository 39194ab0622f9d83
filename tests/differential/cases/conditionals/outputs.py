"""What a conditional gives: one output, several, none, and those that the branches have in common."""

import typing

from flytekit import conditional, task, workflow

Pair = typing.NamedTuple("Pair", first=int, second=str)
Turned = typing.NamedTuple("Turned", second=str, first=int)
More = typing.NamedTuple("More", third=bool, second=str, first=int)
Single = typing.NamedTuple("Single", first=int)


@task
def number(n: int) -> int:
    return n


@task
def two(n: int) -> tuple[int, str]:
    return n, ""


@task
def three(n: int) -> tuple[int, str, bool]:
    return n, "", True


@task
def pair(n: int) -> Pair:
    return Pair(n, "")


@task
def turned(n: int) -> Turned:
    return Turned("", n)


@task
def more(n: int) -> More:
    return More(True, "", n)


@task
def single(n: int) -> Single:
    return Single(n)


@task
def nothing(n: int): ...


@workflow
def two_sub(n: int) -> tuple[int, str]:
    return two(n=n)


@workflow
def pair_sub(n: int) -> Pair:
    a, b = pair(n=n)
    return Pair(a, b)


@workflow
def void_sub(n: int):
    nothing(n=n)


@workflow
def tuples(n: int) -> tuple[int, str]:
    a, b = conditional("tuples").if_(n == 1).then(two(n=n)).elif_(n == 2).then(two_sub(n=n)).else_().fail("no")
    return a, b


@workflow
def named_tuples(n: int) -> tuple[str, int]:
    x = conditional("named").if_(n == 1).then(pair(n=n)).elif_(n == 2).then(turned(n=n)).else_().then(pair_sub(n=n))
    return x.second, number(n=x.first)


@workflow
def in_common(n: int) -> tuple[str, int]:
    x = conditional("common").if_(n == 1).then(more(n=n)).elif_(n == 2).then(pair(n=n)).else_().then(turned(n=n))
    return x.second, x[1]


@workflow
def one_in_common(n: int) -> int:
    return conditional("common").if_(n == 1).then(three(n=n)).elif_(n == 2).then(number(n=n)).else_().then(two(n=n))


@workflow
def single_named(n: int) -> int:
    return conditional("single").if_(n == 1).then(single(n=n)).elif_(n == 2).then(pair(n=n)).else_().then(single(n=n))


@workflow
def single_and_plain(n: int) -> int:
    a = conditional("single").if_(n == 1).then(single(n=n)).else_().then(single(n=2))
    return number(n=a)


@workflow
def none_in_common(n: int):
    conditional("apart").if_(n == 1).then(pair(n=n)).else_().then(two(n=n))


@workflow
def common_starts_anew(n: int) -> int:
    return conditional("anew").if_(n == 1).then(pair(n=n)).elif_(n == 2).then(two(n=n)).else_().then(single(n=n))


@workflow
def members_of_one_call(n: int) -> int:
    a, b = two(n=n)
    return conditional("members").if_(n == 1).then(a).elif_(b == "x").then(two(n=n)[0]).else_().then(number(n=n))


@workflow
def none_at_all(n: int):
    conditional("void").if_(n == 1).then(nothing(n=n)).elif_(n == 2).then(void_sub(n=n)).else_().then(nothing(n=0))


@workflow
def none_in_one(n: int):
    conditional("some").if_(n == 1).then(number(n=n)).elif_(n == 2).then(nothing(n=n)).else_().then(number(n=3))


@workflow
def none_and_failure(n: int):
    conditional("fails").if_(n == 1).then(nothing(n=n)).else_().fail("never mind")


@workflow
def nothing_in_else(n: int):
    conditional("else").if_(n == 1).then(number(n=n)).else_().then(None)


@workflow
def empty_message(n: int) -> int:
    return conditional("empty").if_(n == 1).then(number(n=n)).else_().fail("")


@workflow
def users_tuple(n: int) -> tuple[int, str]:
    a, b = two(n=n)
    x = conditional("users").if_(n == 1).then(Pair(number(n=n), b)).else_().then(two(n=n))
    return x[0], x.o1


@workflow
def passed_on(n: int) -> int:
    a = conditional("first").if_(n == 1).then(number(n=n)).else_().then(number(n=2))
    b, c = conditional("second").if_(a > 1).then(two(n=a)).else_().fail(err="small")
    return conditional("third").if_((b > a) & (c == "x")).then(number(n=b)).else_().then(number(n=a))


@workflow
def in_collections(n: int) -> tuple[list[int], dict[str, int]]:
    a = conditional("one").if_(n == 1).then(number(n=n)).else_().then(number(n=2))
    x = conditional("two").if_(a > 1).then(pair(n=a)).else_().fail("small")
    return [a, x.first, 5], {"a": x.first}
