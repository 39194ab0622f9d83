"""Optional and Union with flytekit's tags."""

import typing
from dataclasses import dataclass
from typing import Dict, List, Optional, Union

from flytekit import task, workflow


@dataclass
class Config:
    n: int = 1


@task
def optional(a: Optional[int], b: Optional[str] = None, c: Optional[List[int]] = None) -> Optional[float]:
    return None


@task
def several(a: Union[int, str, float], b: Union[List[int], Dict[str, int]], c: Union[Config, None]) -> Union[int, str]:
    return 1


@task
def inside(a: List[Optional[int]], b: Dict[str, Union[int, str]]) -> List[Union[int, str]]:
    return []


@task
def new_spelling(a: int | None, b: int | str | None = "x", c: list[int | str] | None = None) -> int | str:
    return 1


@task
def duplicates(a: Union[int, Union[str, int]], b: Optional[Optional[str]] = None) -> Optional[Union[int, None]]:
    return None


@workflow
def wf(
    a: Optional[int] = None,
    b: Union[int, str, float] = 2.5,
    c: Optional[Config] = None,
    d: Optional[Config] = Config(n=5),
    e: Union[List[int], Dict[str, int]] = {"a": 1},
) -> typing.Tuple[Optional[float], Union[int, str]]:
    inside(a=[1, None], b={"x": 1, "y": "z"})
    new_spelling(a=None)
    new_spelling(a=3, b=None, c=[])
    duplicates(a="s")
    several(a=1, b=[], c=None)
    several(a="one", b={"k": 2}, c=Config())
    return optional(a=a, b="given", c=[1]), several(a=b, b=e, c=d)
