"""Cache versions that policies make of all that they are told, and caching of all that is cached."""

import hashlib
from typing import Annotated

from flytekit import Cache, CachePolicy, HashMethod, ImageSpec, PodTemplate, VersionParameters, dynamic, task, workflow
from kubernetes.client import V1Container, V1PodSpec


class ByAll(CachePolicy):
    """A policy that derives from the protocol."""

    def get_version(self, salt: str, params: VersionParameters) -> str:
        image = params.container_image
        parts = [
            salt,
            params.func.__qualname__,
            image.tag if isinstance(image, ImageSpec) else str(image),
            params.pod_template.version_hash() if params.pod_template else "",
            str(params.pod_template_name),
        ]
        return hashlib.sha256("/".join(parts).encode()).hexdigest()


TEMPLATE = PodTemplate(
    pod_spec=V1PodSpec(containers=[V1Container(name="main", image="x:1")]), labels={"b": "c", "a": "b"}
)
ALL = Cache(policies=[ByAll()], salt="pepper", serialize=True)


@task(cache=ALL)
def nothing_given(a: int) -> int:
    return a


@task(cache=ALL, container_image="ghcr.io/acme/x:v1", pod_template=TEMPLATE)
def image_and_pod(a: int) -> int:
    return a


@task(cache=ALL, container_image=ImageSpec(name="spec"), pod_template_name="named", pod_template=PodTemplate())
def specified(a: int) -> int:
    return a


@dynamic(cache=Cache(policies=ByAll(), ignored_inputs=("b", "c")))
def empty_version(a: int, b: int, c: int) -> int:
    return a


def digest(value: str) -> str:
    return value


@task(cache=Cache(version="1"))
def hashed(a: Annotated[str, HashMethod(digest)]) -> Annotated[str, HashMethod(digest)]:
    return a


@workflow
def flow(a: int) -> int:
    hashed(a="x").with_overrides(cache=Cache(version="2", serialize=True))
    return nothing_given(a=a).with_overrides(cache=False)
