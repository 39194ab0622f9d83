# flytekit: AttributeError
"""A pod template of plain data, which flytekit cannot merge with a container."""

from flytekit import PodTemplate, task


@task(pod_template=PodTemplate(pod_spec={"containers": []}))  # expect: FTC201 pod_spec of a pod template is of type dict, expected kubernetes.client.V1PodSpec
def plain() -> None: ...
