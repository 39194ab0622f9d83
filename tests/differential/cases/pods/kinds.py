"""Pod templates of container tasks, mapped tasks and shell tasks."""

from flytekit import ContainerTask, PodTemplate, Resources, kwtypes, map_task, task, workflow
from flytekit.core.legacy_map_task import map_task as legacy_map_task
from flytekit.extras.tasks.shell import ShellTask
from kubernetes.client import V1Container, V1EnvVar, V1PodSpec

TEMPLATE = PodTemplate(
    pod_spec=V1PodSpec(
        containers=[V1Container(name="main", env=[V1EnvVar(name="X", value="y")], args=["lost"])],
        restart_policy="Never",
    ),
    primary_container_name="main",
    labels={"a": "b"},
)

container = ContainerTask(
    name="container",
    image="{{.image.trainer.fqn}}:v9",
    command=["run"],
    inputs=kwtypes(a=int),
    outputs=kwtypes(b=int),
    input_data_dir="/in",
    output_data_dir="/out",
    pod_template=TEMPLATE,
    environment={"STAGE": "test"},
    limits=Resources(cpu="1"),
)
no_command = ContainerTask(
    name="no-command",
    image="alpine:3",
    command=None,
    arguments=["{{.inputs.a}}"],
    inputs=kwtypes(a=int),
    pod_template=TEMPLATE,
    pod_template_name="named",
)
shell = ShellTask(name="shell", script="true", inputs=kwtypes(a=int), pod_template=TEMPLATE)


@task(pod_template=TEMPLATE)
def mapped(a: int) -> int:
    return a


@workflow
def flow(xs: list[int], a: int) -> list[int]:
    container(a=a)
    no_command(a=a)
    shell(a=a)
    legacy_map_task(mapped)(a=xs)
    return map_task(mapped)(a=xs)
