# flytekit: AssertionError
from flytekit import task


@task(container_image="{{.image.trainer.fqn}}:{{.image.trainer.version}}")  # expect: ?
def t(n: int) -> int:
    return n
