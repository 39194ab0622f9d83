# flytekit: AssertionError
import typing

from flytekit import task, workflow


@task
def t() -> int:
    return 1


@workflow  # expect: FTC204 workflow too_few_outputs.wf returns one value, expected 2
def wf() -> typing.Tuple[int, int]:
    return t()
