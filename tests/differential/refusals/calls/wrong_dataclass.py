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
    return t(config=Other(s="x"))  # expect: FTC206 'config' of wrong_dataclass.t: the value is an Other, expected Config
