# flytekit: FlyteValidationException
import typing

from flytekit import task


@task
def t() -> typing.Tuple[int]:  # expect: ?
    return (1,)
