from flytekit import task


@task
def elsewhere(n: int) -> int:
    return n
