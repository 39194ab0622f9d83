"""Dynamic and eager tasks carry the images of all tasks."""

from flytekit import ImageSpec, dynamic, eager, task

FIRST = ImageSpec(name="first", registry="ghcr.io/acme")
SECOND = ImageSpec(name="second", builder="noop", base_image="ghcr.io/acme/built:v1")


@task(container_image=FIRST)
def first(a: int) -> int:
    return a


@dynamic
def plain(a: int) -> int:
    return first(a=a)


@eager
async def eagerly(a: int) -> int:
    return a


@dynamic(container_image=SECOND)
def own(a: int) -> int:
    return first(a=a)
