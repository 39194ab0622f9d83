# flytekit: RestrictedTypeError
import typing

from flytekit import task


@task  # expect: FTC205 task tuple_input.t: input 'pair': Tuple[int, str] is a tuple, expected a type that Flyte has
def t(pair: typing.Tuple[int, str]) -> int:
    return 1
