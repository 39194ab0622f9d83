"""Any, unknown classes and things without a type of their own."""

import typing
from typing import Any, List

from flytekit import task, workflow
from flytekit.types.pickle import FlytePickle


class Model:
    """No dataclass."""

    def __init__(self, n: int = 0):
        self.n = n


class Other(Model):
    pass


@task
def unknown(a: Model, b: List[Model]) -> Other:
    return Other()


@task
def anything(a: Any, b: typing.Dict[str, Any]) -> Any:
    return a


@task
def explicit(a: FlytePickle, b: FlytePickle[Model]) -> FlytePickle[Other]:
    return a


@task
def odd(a: typing.Callable, b: typing.Set[int], c: complex, d: set, e: object) -> typing.FrozenSet[str]:
    return frozenset()


@workflow
def wf(m: Model) -> Other:
    return unknown(a=m, b=[m])
