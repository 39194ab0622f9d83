from flytekit import task


@task
def zeta(n: int) -> int:
    return n
