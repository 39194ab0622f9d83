"""Pod templates that single nodes override, of tasks whose containers run the user's sources."""

from flytekit import PodTemplate, Resources, dynamic, map_task, task, workflow
from kubernetes.client import V1Container, V1PodSpec, V1Toleration


def template(name: str) -> PodTemplate:
    return PodTemplate(
        pod_spec=V1PodSpec(
            containers=[V1Container(name=name)], tolerations=[V1Toleration(key=name, operator="Exists")]
        ),
        primary_container_name=name,
    )


@task(environment={"A": "1"}, requests=Resources(cpu="1"))
def plain(a: int) -> int:
    return a


@task(pod_template=template("own"))
def templated(a: int) -> int:
    return a


@dynamic
def later(a: int) -> int:
    return plain(a=a)


@workflow
def flow(a: int, xs: list[int]) -> list[int]:
    plain(a=a).with_overrides(pod_template=template("first"))
    plain(a=a).with_overrides(
        pod_template=PodTemplate(labels={"k": "v"}, annotations={}), requests=Resources(mem="1Gi")
    )
    templated(a=a).with_overrides(pod_template=template("second"))
    templated(a=a)
    later(a=a).with_overrides(pod_template=template("third"))
    map_task(templated)(a=xs)
    map_task(templated)(a=xs).with_overrides(pod_template=template("fifth"))
    return map_task(plain)(a=xs).with_overrides(pod_template=PodTemplate(annotations={"k": "v"}))
