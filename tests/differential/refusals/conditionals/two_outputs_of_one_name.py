# flytekit: ValueError
import typing

from flytekit import conditional, task, workflow

Pair = typing.NamedTuple("Pair", a=int, b=int)


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    x = conditional("c").if_(n > 1).then(Pair(t(n=1), t(n=2))).else_().then(Pair(t(n=3), t(n=4)))  # expect: FTC214 the branches of conditional 'c' have outputs of the same name: o0, o0
    return x.a
