# flytekit: TypeTransformerFailedError
from typing import List

from flytekit import task, workflow


@task
def t(values: List[int]) -> int:
    return 1


@workflow
def wf() -> int:
    return t(values=[1, "two"])  # expect: FTC206 'values' of wrong_element.t: 'two' is a str, expected int
