"""Postponed annotations, also of names that exist only for the type checker."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, List, Optional

from flytekit import task, workflow

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Config:
    name: str
    sizes: list[int]
    parent: Optional[str] = None


class Pair(typing.NamedTuple):
    config: Config
    n: int


@task
def t(config: Config, values: List[int], maybe: str | None = None) -> Pair:
    return Pair(config, 1)


@task
def nothing() -> None: ...


@task
def builtin(xs: list[dict[str, int]]) -> dict[str, list[float]]:
    return {}


def helper(f: Callable) -> Callable:
    return f


@workflow
def wf(config: Config, values: List[int] = [1]) -> Pair:
    nothing()
    return t(config=config, values=values)
