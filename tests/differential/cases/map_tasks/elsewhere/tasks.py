from flytekit import task


@task
def square(n: int) -> int:
    return n * n
