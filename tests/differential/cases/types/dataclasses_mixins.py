"""Dataclasses with the mixins of mashumaro and dataclasses_json."""

from dataclasses import dataclass, field
from typing import List, Optional

from dataclasses_json import DataClassJsonMixin, dataclass_json
from flytekit import task, workflow
from mashumaro.mixins.json import DataClassJSONMixin


@dataclass
class Mashed(DataClassJSONMixin):
    n: int
    tags: List[str] = field(default_factory=list)


@dataclass_json
@dataclass
class Decorated:
    n: int
    inner: Optional[Mashed] = None


@dataclass
class Mixed(DataClassJsonMixin):
    n: int = 3
    name: Optional[str] = None


@task
def t(a: Mashed, b: Decorated, c: Mixed) -> Mixed:
    return c


@workflow
def wf(
    a: Mashed = Mashed(n=1, tags=["x"]), b: Decorated = Decorated(n=2, inner=Mashed(n=5)), c: Mixed = Mixed()
) -> Mixed:
    return t(a=a, b=b, c=c)
