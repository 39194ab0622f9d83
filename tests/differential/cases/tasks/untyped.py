"""Parameters without annotations, where the task says that it will pickle them."""

from flytekit import task


@task(pickle_untyped=True)
def loose(a, b: int):
    return a


@task(pickle_untyped=True)
def all_loose(a, b=3):
    return a, b
