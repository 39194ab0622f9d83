from flytekit import task


@task
def help_out(n: int) -> int:
    return n
