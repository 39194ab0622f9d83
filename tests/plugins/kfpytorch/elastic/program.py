"""Tasks that torchrun starts, with every setting."""

from flytekit import Resources, map_task, task, workflow
from flytekitplugins.kfpytorch import CleanPodPolicy, Elastic, RunPolicy


@task(task_config=Elastic(nnodes=2, nproc_per_node=4), requests=Resources(cpu="1", gpu="1"))
def train(epochs: int) -> float:
    return 0.5


@task(task_config=Elastic())
def one_node(a: int) -> int:
    return a


@task(task_config=Elastic(nnodes="1", increase_shared_mem=False))
def one_node_as_text() -> None: ...


@task(task_config=Elastic(nnodes=2), shared_memory="2Gi")
def own_shared_memory() -> None: ...


@task(
    task_config=Elastic(
        nnodes="1:4",
        nproc_per_node=2,
        start_method="fork",
        monitor_interval=10,
        max_restarts=3,
        rdzv_configs={"timeout": 1200},
        increase_shared_mem=False,
        run_policy=RunPolicy(clean_pod_policy=CleanPodPolicy.RUNNING, backoff_limit=1),
    ),
)
def everything() -> None: ...


@workflow
def wf(xs: list[int]) -> float:
    map_task(one_node)(a=xs)
    one_node_as_text()
    own_shared_memory()
    everything()
    return train(epochs=3)
