"""Every comparison, both ways round, with literals of every kind and with promises on both sides."""

import datetime
from enum import Enum

from flytekit import conditional, task, workflow


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@task
def number() -> int:
    return 3


@task
def ratio() -> float:
    return 0.5


@task
def word() -> str:
    return "a"


@task
def flag() -> bool:
    return True


@task
def now() -> datetime.datetime:
    return datetime.datetime(2024, 1, 1)


@task
def span() -> datetime.timedelta:
    return datetime.timedelta(1)


@task
def colour() -> Colour:
    return Colour.RED


@task
def maybe() -> int | None:
    return None


@task
def yes() -> str:
    return "yes"


@task
def no() -> str:
    return "no"


@workflow
def six_operators(x: int) -> str:
    return (
        conditional("operators")
        .if_(x == 1)
        .then(yes())
        .elif_(x != 2)
        .then(no())
        .elif_(x > 3)
        .then(yes())
        .elif_(x >= 4)
        .then(no())
        .elif_(x < 5)
        .then(yes())
        .elif_(x <= 6)
        .then(no())
        .else_()
        .then(yes())
    )


@workflow
def six_operators_turned_round(x: int) -> str:
    return (
        conditional("operators")
        .if_(1 == x)
        .then(yes())
        .elif_(2 != x)
        .then(no())
        .elif_(3 > x)
        .then(yes())
        .elif_(4 >= x)
        .then(no())
        .elif_(5 < x)
        .then(yes())
        .elif_(6 <= x)
        .then(no())
        .else_()
        .then(yes())
    )


@workflow
def two_promises(x: int, y: int) -> str:
    a = number()
    b = number()
    return (
        conditional("promises")
        .if_(a < b)
        .then(yes())
        .elif_(x > y)
        .then(no())
        .elif_(a == x)
        .then(yes())
        .elif_(y != b)
        .then(no())
        .elif_(a == a)
        .then(no())
        .else_()
        .fail("equal")
    )


@workflow
def booleans(b: bool) -> str:
    f = flag()
    return (
        conditional("booleans")
        .if_(b.is_true())
        .then(yes())
        .elif_(b.is_false())
        .then(no())
        .elif_(f.is_true())
        .then(no())
        .elif_(f.is_(False))
        .then(yes())
        .elif_(f == True)  # noqa: E712
        .then(no())
        .elif_(False != b)  # noqa: E712
        .then(no())
        .else_()
        .fail("neither")
    )


@workflow
def nothing(o: int | None = None) -> str:
    m = maybe()
    return (
        conditional("nothing")
        .if_(m.is_none())
        .then(yes())
        .elif_(o.is_none())
        .then(no())
        .elif_(m == None)  # noqa: E711
        .then(no())
        .elif_(o != None)  # noqa: E711
        .then(no())
        .elif_(m > 3)
        .then(no())
        .else_()
        .then(no())
    )


@workflow
def strings(s: str, t: str = "x") -> str:
    w = word()
    return (
        conditional("strings")
        .if_(s == "a")
        .then(yes())
        .elif_("b" > w)
        .then(no())
        .elif_(s != t)
        .then(no())
        .elif_(w == "")
        .then(no())
        .elif_(w == 'quoted "and" über')
        .then(no())
        .else_()
        .then(no())
    )


@workflow
def floats(r: float) -> str:
    q = ratio()
    return (
        conditional("floats")
        .if_(r > 0.1)
        .then(yes())
        .elif_(0.0 == q)
        .then(no())
        .elif_(q < 1)
        .then(no())
        .elif_(q < -1e300)
        .then(no())
        .elif_(r != float("inf"))
        .then(no())
        .else_()
        .then(no())
    )


@workflow
def zeros(i: int) -> str:
    return conditional("zeros").if_(i == 0).then(yes()).elif_(i == -(2**63)).then(no()).else_().then(no())


@workflow
def times(t: datetime.datetime, d: datetime.timedelta) -> str:
    n = now()
    return (
        conditional("times")
        .if_(n > datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.timezone.utc))
        .then(yes())
        .elif_(t == datetime.datetime(2024, 5, 17))
        .then(no())
        .elif_(datetime.timedelta(hours=1) < d)
        .then(no())
        .elif_(span() == datetime.timedelta(seconds=1, microseconds=5))
        .then(no())
        .elif_(t < datetime.date(2024, 5, 17))
        .then(no())
        .else_()
        .then(no())
    )


@workflow
def enums(c: Colour = Colour.RED) -> str:
    k = colour()
    return (
        conditional("enums")
        .if_(k == Colour.RED)
        .then(yes())
        .elif_(c != Colour.BLUE)
        .then(no())
        .elif_(Colour.BLUE == c)
        .then(no())
        .elif_(c == "red")
        .then(no())
        .else_()
        .then(no())
    )
