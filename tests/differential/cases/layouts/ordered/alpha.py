from flytekit import task


@task
def alpha(n: int) -> int:
    return n
