# flytekit: ValueError
import typing

from flytekit import task, workflow


@task
def t() -> int:
    return 1


@workflow  # expect: FTC204 workflow too_many_outputs.wf returns 3 values, expected 2
def wf() -> typing.Tuple[int, int]:
    return t(), t(), t()
