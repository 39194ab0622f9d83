"""Simple types as inputs, outputs, defaults and constants."""

import datetime as dt
import typing

from flytekit import task, workflow


@task
def integers(a: int, b: int = -5) -> int:
    return a


@task
def floats(a: float, b: float = 0.1) -> float:
    return a


@task
def strings(a: str, b: str = "ünï\n\x00 code") -> str:
    return a


@task
def booleans(a: bool, b: bool = True) -> bool:
    return a


@task
def moments(a: dt.datetime, b: dt.datetime = dt.datetime(2024, 2, 29, 23, 59, 59, 999999)) -> dt.datetime:
    return a


@task
def dates(a: dt.date, b: dt.date = dt.date(1999, 12, 31)) -> dt.date:
    return a


@task
def spans(a: dt.timedelta, b: dt.timedelta = dt.timedelta(days=-1, seconds=3)) -> dt.timedelta:
    return a


@task
def nothing() -> None: ...


@workflow
def wf(
    i: int = 2**53,
    f: float = 1e100,
    s: str = "",
    b: bool = False,
    m: dt.datetime = dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc),
    d: dt.date = dt.date(2024, 1, 1),
    t: dt.timedelta = dt.timedelta(milliseconds=1),
) -> typing.Tuple[int, float, str, bool, dt.datetime, dt.date, dt.timedelta]:
    integers(a=3)
    floats(a=-0.0)
    floats(a=float("nan"))
    strings(a="x" * 1000)
    booleans(a=False)
    moments(a=dt.datetime(2020, 6, 15, 8, tzinfo=dt.timezone(dt.timedelta(hours=-7))))
    dates(a=dt.date(2020, 6, 15))
    spans(a=dt.timedelta(hours=5))
    nothing()
    return (
        integers(a=i),
        floats(a=f),
        strings(a=s),
        booleans(a=b),
        moments(a=m),
        dates(a=d),
        spans(a=t),
    )
