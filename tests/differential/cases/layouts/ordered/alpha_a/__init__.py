from flytekit import task


@task
def packaged(n: int) -> int:
    return n
