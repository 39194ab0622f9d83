"""Jobs of PERIAN: functions and containers."""

from flytekit import kwtypes, task, workflow
from flytekitplugins.perian_job import PerianConfig, PerianContainerTask


@task(
    task_config=PerianConfig(
        cores=2,
        memory=8,
        accelerators=1,
        accelerator_type="A100",
        os_storage_size=50,
        country_code="de",
        provider="Open Telekom Cloud",
    ),
    container_image="myimage:v1",
    environment={"A": "1"},
)
def perian_hello(name: str) -> str:
    return name


@task(task_config=PerianConfig())
def bare() -> None: ...


container = PerianContainerTask(
    name="perian-container",
    task_config=PerianConfig(accelerators=1),
    image="pytorch/pytorch",
    command=["echo", "{{.inputs.name}}"],
    inputs=kwtypes(name=str),
)


@workflow
def wf(name: str) -> str:
    bare()
    container(name=name)
    return perian_hello(name=name)
