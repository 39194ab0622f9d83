# flytekit: TypeTransformerFailedError
from dataclasses import dataclass

from flytekit import task, workflow


@dataclass
class Config:
    n: int


@dataclass
class Other:
    s: str


@task
def t(config: Config) -> int:
    return 1


@workflow
def wf() -> int:
    return t(config=Other(s="x"))  # expect: ?
