# flytekit: FlyteMissingTypeException
from flytekit import task


def logged(fn):
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return wrapper


@task
@logged
def t(n: int) -> int:  # expect: ?
    return n
