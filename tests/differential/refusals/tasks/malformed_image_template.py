# flytekit: AssertionError
from flytekit import task


@task(container_image="{{.image.default.nonsense}}")  # expect: FTC210 task malformed_image_template.t: {{.image.default.nonsense}} asks for 'nonsense' of an image
def t(n: int) -> int:
    return n
