from flytekit import task


@task
def alpha_b(n: int) -> int:
    return n
