# flytekit: RestrictedTypeError
import typing

from flytekit import task


@task
def t(pair: typing.Tuple[int, str]) -> int:  # expect: ?
    return 1
