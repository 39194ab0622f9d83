# flytekit: AssertionError
from flytekit import task


@task(container_image="{{.image.trainer.fqn}}:{{.image.trainer.version}}")  # expect: FTC210 task unknown_image.t: {{.image.trainer.fqn}} names image 'trainer', which is not configured
def t(n: int) -> int:
    return n
