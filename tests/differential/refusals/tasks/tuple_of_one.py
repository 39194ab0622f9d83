# flytekit: FlyteValidationException
import typing

from flytekit import task


@task  # expect: FTC201 the return annotation is a tuple of one, which stands for several results
def t() -> typing.Tuple[int]:
    return (1,)
