"""Specified images of all kinds of tasks, and images that a program asks for their names."""

from flytekit import ContainerTask, ImageSpec, PodTemplate, kwtypes, map_task, task, workflow
from flytekit.extras.tasks.shell import ShellTask

IMAGE = ImageSpec(name="shared", packages=["pandas"], runtime_packages=["rich"])
NAMED = ImageSpec(name="named", registry="ghcr.io/acme")
NAME = NAMED.image_name()
FLAGS = {IMAGE.is_container(), IMAGE == ImageSpec(), len({IMAGE, NAMED})}

container = ContainerTask(name="container", image=IMAGE, command=["true"], inputs=kwtypes(a=int))
shell = ShellTask(name="shell", script="true", inputs=kwtypes(a=int), container_image=IMAGE)


@task(container_image=IMAGE)
def mapped(a: int) -> int:
    return a


@task(container_image=NAMED)
def asked_before(a: int) -> int:
    return a


@task(container_image=NAME)
def by_name(a: int) -> int:
    return a


@task(container_image=IMAGE, pod_template=PodTemplate())
def in_pod(a: int) -> int:
    return a


@task(cache=True, cache_version=NAMED.tag, container_image=NAMED)
def tagged(a: int) -> int:
    return a


@workflow
def flow(xs: list[int], a: int) -> list[int]:
    container(a=a)
    shell(a=a)
    by_name(a=a).with_overrides(container_image="ghcr.io/acme/other:v1")
    in_pod(a=a)
    tagged(a=a)
    asked_before(a=a)
    return map_task(mapped)(a=xs)
