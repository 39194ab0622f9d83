# flytekit: FlyteValidationException
"""A pod template without a primary container."""

from flytekit import PodTemplate, task


@task(pod_template=PodTemplate(primary_container_name=""))  # expect: FTC201 primary_container_name of a pod template is empty, expected the name of a container
def plain() -> None: ...
