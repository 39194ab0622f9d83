# flytekit: AssertionError
import typing

from flytekit import task, workflow


@task
def t() -> int:
    return 1


@workflow
def wf() -> typing.Tuple[int, int]:  # expect: ?
    return t()
