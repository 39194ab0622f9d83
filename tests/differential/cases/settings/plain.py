"""Only the default image."""

from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@task(container_image="{{.image.default}}")
def u(n: int) -> int:
    return n


@workflow
def wf(n: int = 1) -> int:
    return u(n=t(n=n))
