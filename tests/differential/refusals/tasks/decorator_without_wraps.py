# flytekit: FlyteMissingTypeException
from flytekit import task


def logged(fn):
    def wrapper(*args, **kwargs):  # expect: FTC203 parameter 'args' of wrapper has no type annotation
        return fn(*args, **kwargs)

    return wrapper


@task
@logged
def t(n: int) -> int:
    return n
