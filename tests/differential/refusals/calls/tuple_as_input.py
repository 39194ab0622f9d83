# flytekit: AssertionError
import typing

from flytekit import task, workflow


@task
def two() -> typing.Tuple[int, int]:
    return 1, 2


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=two())  # expect: FTC202 tuple_as_input.t: input 'n' is given a tuple, expected one value
