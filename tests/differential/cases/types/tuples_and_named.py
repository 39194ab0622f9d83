"""Named outputs of rich types, and their names."""

import typing
from dataclasses import dataclass

from flytekit import task, workflow
from flytekit.types.file import FlyteFile


@dataclass
class Config:
    n: int


class Out(typing.NamedTuple):
    config: Config
    files: typing.List[FlyteFile]
    maybe: typing.Optional[int]
    with_default: int = 3


@task
def make() -> Out:
    return Out(Config(1), [], None)


@task
def pair() -> typing.Tuple[Config, typing.Dict[str, FlyteFile]]:
    return Config(1), {}


@task
def single_output() -> int:
    return 1


@workflow
def wf() -> Out:
    o = make()
    return Out(config=o.config, files=o.files, maybe=o.maybe, with_default=o.with_default)


@workflow
def pieces() -> typing.Tuple[int, typing.Optional[int]]:
    o = make()
    return o.config.n, o.maybe
