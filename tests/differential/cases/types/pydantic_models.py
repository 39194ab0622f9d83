"""pydantic models: nested, with defaults, validators and Flyte types, as inputs, constants, operands and attributes."""

from datetime import datetime, timedelta
from enum import Enum
from typing import Dict, List, Literal, Optional, Union

from pydantic import BaseModel, ConfigDict, Field, computed_field, field_validator

from flytekit import conditional, map_task, task, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile

class Level(str, Enum):
    LOW = "low"
    HIGH = "high"

class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    a: int = 1
    b: str = Field(default="x", description="the b", min_length=1)

class Outer(Inner):
    inner: Inner = Inner()
    many: List[Inner] = Field(default_factory=list)
    by: Dict[str, Inner] = {}
    opt: Optional[Inner] = None
    u: Union[int, str] = 3
    lvl: Level = Level.LOW
    lit: Literal["p", "q"] = "p"
    when: Optional[datetime] = None
    took: timedelta = timedelta(seconds=3)
    f: Optional[FlyteFile] = None
    d: Optional[FlyteDirectory] = None
    @field_validator("a")
    @classmethod
    def pos(cls, v): return v
    @computed_field
    @property
    def twice(self) -> int: return self.a * 2

class Files(BaseModel):
    f: FlyteFile
    fs: List[FlyteFile]
    d: FlyteDirectory

class Tree(BaseModel):
    v: int
    kids: List["Tree"] = []

@task
def mk(o: Outer = Outer(a=4)) -> Outer:
    return o

@task
def use(i: Inner, a: int, b: str) -> int:
    return 1

@task
def gen() -> List[Inner]:
    return []

@task
def one(i: Inner) -> Inner:
    return i

@task
def ff(f: Files) -> FlyteFile:
    return f.f

@workflow
def wf(o: Outer = Outer(a=2, b="z", many=[Inner(a=7)])) -> Outer:
    m = mk(o=o)
    use(i=m.inner, a=m.many[0].a, b=m.by["k"].b)
    use(i=Inner(a=9), a=1, b="b")
    map_task(one)(i=gen())
    map_task(one)(i=m.many)
    conditional("c").if_(m.a == 1).then(one(i=m.inner)).else_().then(one(i=Inner(a=3)))
    return m

@workflow
def wf2(fs: Files) -> FlyteFile:
    return ff(f=fs)
