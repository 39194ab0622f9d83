"""What a map task takes from the task that it runs, and what it does not."""

from typing import List

from flytekit import Documentation, Resources, Secret, TaskMetadata, map_task, task, workflow
from flytekit.extras.accelerators import T4
from flytekit.models.security import SecurityContext


@task(cache=True, cache_version="3", cache_serialize=True, cache_ignore_input_vars=("n",), retries=2, timeout=90)
def cached(n: int, m: int = 1) -> int:
    return n


@task(interruptible=True, deprecated="use another", labels={"team": "a"}, annotations={"note": "b"})
def described(n: int) -> int:
    """Squares a number.

    Args:
        n: the number
    """
    return n


@task(enable_deck=True, docs=Documentation(short_description="short"))
def with_deck(n: int) -> int:
    return n


@task(
    container_image="{{.image.gpu.fqn}}:{{.image.gpu.version}}",
    requests=Resources(cpu="1", mem="1Gi", ephemeral_storage="5Gi"),
    limits=Resources(gpu="2"),
    environment={"LEVEL": "debug", "A": "1"},
    secret_requests=[Secret(group="g", key="k")],
    accelerator=T4,
    shared_memory=True,
)
def equipped(n: int) -> int:
    return n


@task(pod_template_name="big")
def templated(n: int) -> int:
    return n


equipped_again = map_task(equipped, concurrency=9, metadata=TaskMetadata(retries=5, cache=True, cache_version="9"))
own_secret = map_task(equipped, 2, security_ctx=SecurityContext(secrets=[Secret(group="other")]))
own_deck = map_task(cached, concurrency=1, enable_deck=True)
own_docs = map_task(described, concurrency=1, docs=Documentation(short_description="of the map task"))
own_environment = map_task(equipped, 3, environment={"NEVER": "used"}, unknown_argument="dropped")


@workflow
def wf(ns: List[int]) -> List[int]:
    a = map_task(cached)(n=ns, m=ns)
    b = map_task(described)(n=a)
    c = map_task(with_deck)(n=b)
    d = map_task(equipped)(n=c)
    return map_task(templated)(n=d)
