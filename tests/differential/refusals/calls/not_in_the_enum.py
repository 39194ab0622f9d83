# flytekit: TypeTransformerFailedError
from enum import Enum

from flytekit import task, workflow


class Color(Enum):
    RED = "red"


@task
def t(color: Color) -> int:
    return 1


@workflow
def wf() -> int:
    return t(color="green")  # expect: FTC206 'color' of not_in_the_enum.t: 'green' is a str, which is no value of Color, expected a member
