"""Compiled under several command lines."""

from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@task(environment={"STAGE": "task", "OWN": "1"}, container_image="{{.image.trainer.fqn}}:{{.image.trainer.version}}")
def trainer(n: int) -> int:
    return n


@workflow
def wf(n: int = 1) -> int:
    return trainer(n=t(n=n))
