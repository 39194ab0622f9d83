"""Annotations as strings."""

from typing import List, Optional

from flytekit import task, workflow


class Later:
    """Referred to before it is complete."""


@task
def t(n: "int", xs: "List[int]", maybe: Optional["str"] = None) -> "float":
    return 1.0


@workflow
def wf(n: "int" = 3) -> "float":
    return t(n=n, xs=[n])
