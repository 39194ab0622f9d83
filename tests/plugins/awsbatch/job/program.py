"""Jobs of AWS Batch."""

from flytekit import PodTemplate, Resources, map_task, task, workflow
from flytekitplugins.awsbatch import AWSBatchConfig


@task(
    task_config=AWSBatchConfig(
        parameters={"codec": "mp4"},
        platformCapabilities="FARGATE",
        propagateTags=True,
        schedulingPriority=3,
        tags={"hello": "world"},
    ),
    requests=Resources(cpu="1", mem="1Gi"),
)
def t1(a: int) -> str:
    return str(a)


@task(task_config=AWSBatchConfig())
def bare(a: int) -> int:
    return a


@task(task_config=AWSBatchConfig(), pod_template=PodTemplate(primary_container_name="main"))
def in_a_pod() -> None: ...


@workflow
def wf(xs: list[int]) -> str:
    map_task(bare)(a=xs)
    in_a_pod()
    return t1(a=1)
