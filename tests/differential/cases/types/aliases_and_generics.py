"""Names for types: aliases, NewType, type variables."""

import typing
from typing import Dict, List, Optional

from flytekit import task, workflow

UserId = typing.NewType("UserId", int)
Names = List[str]
Table = Dict[str, Names]
Maybe = Optional[Table]


@task
def aliased(a: Names, b: Table, c: Maybe = None) -> Table:
    return b


@task
def collections_spelling(a: typing.Sequence[int], b: typing.Mapping[str, int]) -> None: ...


@workflow
def wf(a: Names = ["x"], b: Table = {"k": ["v"]}) -> Table:
    return aliased(a=a, b=b)
