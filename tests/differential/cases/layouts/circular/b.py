from flytekit import task

from circular import a


@task
def in_b(n: int) -> int:
    return n


def uses_a():
    return a.in_a
