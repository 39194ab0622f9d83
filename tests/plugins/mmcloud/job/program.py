"""Jobs of Memory Machine Cloud."""

from flytekit import Resources, task, workflow
from flytekitplugins.mmcloud import MMCloudConfig


@task(
    task_config=MMCloudConfig(submit_extra="--migratePolicy [enable=true]"),
    requests=Resources(cpu="1", mem="1Gi"),
    limits=Resources(cpu="2", mem="4Gi"),
)
def example_task(a: int) -> int:
    return a


@task(task_config=MMCloudConfig())
def bare() -> None: ...


@task(task_config=MMCloudConfig(), limits=Resources(cpu="1500m", mem="3000M"))
def limited() -> None: ...


@task(task_config=MMCloudConfig(), requests=Resources(cpu="3", mem="100Mi"), environment={"A": "1"})
def requested() -> None: ...


@workflow
def wf(a: int) -> int:
    bare()
    limited()
    requested()
    return example_task(a=a)
