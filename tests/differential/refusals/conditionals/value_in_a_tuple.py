# flytekit: AttributeError
import typing

from flytekit import conditional, task, workflow

Pair = typing.NamedTuple("Pair", a=int, b=int)


@task
def t(n: int) -> Pair:
    return Pair(n, n)


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).then(Pair(t(n=n).a, 5)).else_().then(t(n=n)).a  # expect: FTC214 if_ of conditional 'c' has a tuple with 5 as its result, expected the result of a call
