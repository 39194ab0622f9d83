"""Docstrings of the classes that name outputs."""

from typing import NamedTuple

from flytekit import task, workflow


class Result(NamedTuple):
    """What comes out.

    Attributes:
        rows: how many rows
        path: where they are
    """

    rows: int
    path: str


@task
def make(n: int) -> Result:
    """Makes it.

    Returns:
        Result: both of them
    """
    return Result(n, "")


@workflow
def wf(n: int) -> Result:
    """Hands it on."""
    return make(n=n)
