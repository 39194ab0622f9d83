# flytekit: TypeTransformerFailedError
from typing import Union

from flytekit import task, workflow


@task
def t(value: Union[int, str]) -> int:
    return 1


@workflow
def wf() -> int:
    return t(value=2.5)  # expect: FTC206 'value' of no_union_variant.t: 2.5 is a float, expected Union[int, str]
