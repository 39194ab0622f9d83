from flytekit import task


@task
def shared(n: int) -> int:
    return n
