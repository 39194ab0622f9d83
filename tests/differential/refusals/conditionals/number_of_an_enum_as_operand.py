# flytekit: TypeTransformerFailedError
from enum import IntEnum

from flytekit import conditional, task, workflow


class Size(IntEnum):
    SMALL = 1


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n == Size.SMALL).then(t(n=1)).else_().then(t(n=2))  # expect: FTC205 a comparison of conditional 'c': the enum Size has 1, expected strings
