# flytekit: AssertionError
from flytekit import task


@task(container_image="{{.image.default.nonsense}}")  # expect: ?
def t(n: int) -> int:
    return n
