"""Tasks that give nothing."""

from flytekit import task, workflow


@task
def nothing(n: int = 0) -> None: ...


@task
def something() -> int:
    return 1


@workflow
def calls():
    nothing()
    nothing(n=something())


@workflow
def no_nodes():
    pass
