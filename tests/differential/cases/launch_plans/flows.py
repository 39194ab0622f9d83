"""Workflows that the launch plans of this topic start; a case of its own too."""

import typing
from datetime import datetime

from flytekit import task, workflow


@task
def scale(n: int, by: float) -> float:
    return n * by


@task
def stamp(at: datetime, tags: typing.List[str]) -> str:
    return ""


@workflow
def scaling(n: int, by: float = 2.0, label: str = "plain") -> float:
    """Scales a number.

    Args:
        n: the number
        by: the factor
        label: a name
    """
    return scale(n=n, by=by)


@workflow
def stamping(at: datetime, tags: typing.List[str] = ["a"]) -> str:
    return stamp(at=at, tags=tags)


@workflow
def no_inputs() -> float:
    return scale(n=1, by=1.0)
