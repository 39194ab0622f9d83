from flytekit import task


@task
def t(n: int) -> int:
    return n
