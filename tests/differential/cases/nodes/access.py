"""Attributes and elements of outputs."""

import typing
from dataclasses import dataclass, field
from typing import Dict, List

from flytekit import task, workflow


@dataclass
class Inner:
    depth: int = 0
    tags: List[str] = field(default_factory=list)


@dataclass
class Outer:
    name: str
    inner: Inner
    by_name: Dict[str, Inner]
    rows: List[List[int]]


@task
def make() -> Outer:
    return Outer(name="", inner=Inner(), by_name={}, rows=[])


@task
def numbers() -> List[int]:
    return [1]


@task
def table() -> Dict[str, List[str]]:
    return {}


@task
def several() -> typing.NamedTuple("Several", outer=Outer, items=List[Inner]):
    return make(), []


@task
def use_int(n: int) -> int:
    return n


@task
def use_str(s: str) -> str:
    return s


@task
def use_inner(i: Inner) -> int:
    return i.depth


@workflow
def attributes() -> typing.Tuple[str, int, int]:
    o = make()
    a = use_str(s=o.name)
    b = use_int(n=o.inner.depth)
    c = use_inner(i=o.inner)
    return a, b, c


@workflow
def elements() -> int:
    xs = numbers()
    use_int(n=xs[0])
    return use_int(n=xs[5])


@workflow
def keys() -> str:
    t = table()
    return use_str(s=t["column"][2])


@workflow
def mixed() -> typing.Tuple[int, str]:
    o = make()
    a = use_int(n=o.by_name["x"].depth)
    use_int(n=o.rows[1][2])
    return a, use_str(s=o.by_name["y"].tags[0])


@workflow
def of_named_outputs() -> int:
    s = several()
    use_inner(i=s.items[0])
    return use_int(n=s.outer.inner.depth)


@workflow
def returned() -> typing.Tuple[int, str]:
    return numbers()[0], make().name


@workflow
def in_collections() -> int:
    o = make()
    return use_total(values=[o.inner.depth, numbers()[1]])


@task
def use_total(values: List[int]) -> int:
    return sum(values)


@workflow
def of_inputs(o: Outer, xs: List[int], m: Dict[str, int]) -> int:
    use_str(s=o.name)
    use_int(n=xs[0])
    return use_int(n=m["key"])
