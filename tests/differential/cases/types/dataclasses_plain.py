"""Dataclasses: scalars, containers, nesting, optionals, defaults."""

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum
from typing import Dict, List, Optional, Tuple

from flytekit import task, workflow


class Level(Enum):
    LOW = "low"
    HIGH = "high"


@dataclass
class Empty:
    pass


@dataclass
class Leaf:
    """With a docstring."""

    x: int
    y: float = 0.5
    name: str = "leaf"
    on: bool = True


@dataclass
class Branch:
    leaf: Leaf
    leaves: List[Leaf] = field(default_factory=list)
    named: Dict[str, Leaf] = field(default_factory=dict)
    maybe: Optional[Leaf] = None
    level: Level = Level.LOW
    pair: Tuple[int, str] = (1, "a")


@dataclass
class Times:
    at: dt.datetime
    day: dt.date
    span: dt.timedelta = dt.timedelta(seconds=1)


@dataclass(frozen=True)
class Frozen:
    n: int = 1


@dataclass
class Base:
    a: int = 1


@dataclass
class Derived(Base):
    b: str = "b"


@dataclass
class Node:
    value: int
    next_value: Optional[int] = None
    numbers: Dict[int, List[str]] = field(default_factory=dict)
    loose: dict = field(default_factory=dict)


@task
def t(a: Leaf, b: Branch, c: List[Leaf], d: Dict[str, Branch]) -> Branch:
    return b


@task
def u(a: Empty, b: Frozen, c: Derived, d: Node) -> Derived:
    return c


@task
def v(a: Times) -> Times:
    return a


@workflow
def wf(
    a: Leaf = Leaf(x=3),
    b: Branch = Branch(leaf=Leaf(1, 2.0, "n", False), leaves=[Leaf(2)], named={"k": Leaf(3)}, maybe=Leaf(4)),
    c: Derived = Derived(b="c"),
    e: Times = Times(at=dt.datetime(2024, 1, 2, 3, 4, 5), day=dt.date(2024, 1, 2)),
) -> Branch:
    u(a=Empty(), b=Frozen(), c=c, d=Node(value=1, numbers={1: ["x"]}, loose={"k": [1, None]}))
    v(a=e)
    return t(a=a, b=b, c=[Leaf(x=9), a], d={"one": b})
