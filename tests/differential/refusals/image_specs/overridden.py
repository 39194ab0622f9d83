# flytekit: TypeError
"""An image that a node overrides by its specification."""

from flytekit import ImageSpec, task, workflow


@task
def plain() -> None: ...


@workflow
def flow() -> None:
    plain().with_overrides(container_image=ImageSpec())  # expect: FTC201 container_image of node n0 is of type ImageSpec, expected the name of an image
