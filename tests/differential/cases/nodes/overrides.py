"""Every argument of with_overrides."""

from datetime import timedelta

from flytekit import Cache, Resources, task, workflow
from flytekit.core.node_creation import create_node
from flytekit.extras.accelerators import A100, T4


@task(cache=True, cache_version="1", retries=1, timeout=5)
def step(n: int) -> int:
    return n


@task
def silent() -> None: ...


@workflow
def names(n: int) -> int:
    a = step(n=n).with_overrides(node_name="My Node_Name")
    b = step(n=a).with_overrides(name="shown")
    return step(n=b).with_overrides(node_name="both", name="Shown Differently")


@workflow
def resources(n: int) -> int:
    a = step(n=n).with_overrides(requests=Resources(cpu="1", mem="1Gi"))
    b = step(n=a).with_overrides(limits=Resources(cpu="2", gpu="1"))
    c = step(n=b).with_overrides(
        requests=Resources(cpu=1, mem=500), limits=Resources(cpu=2.5, ephemeral_storage="3Gi")
    )
    d = step(n=c).with_overrides(resources=Resources(cpu=("1", "2"), mem="1Gi"))
    return step(n=d).with_overrides(resources=Resources(gpu=1))


@workflow
def metadata(n: int) -> int:
    a = step(n=n).with_overrides(timeout=timedelta(minutes=2))
    b = step(n=a).with_overrides(timeout=30)
    c = step(n=b).with_overrides(timeout=None)
    d = step(n=c).with_overrides(retries=5)
    e = step(n=d).with_overrides(interruptible=True)
    return step(n=e).with_overrides(interruptible=False, retries=0)


@workflow
def caching(n: int) -> int:
    a = step(n=n).with_overrides(cache=True, cache_version="2")
    b = step(n=a).with_overrides(cache=False)
    c = step(n=b).with_overrides(cache=True, cache_version="3", cache_serialize=True)
    return step(n=c).with_overrides(cache=Cache(version="4", serialize=True))


@workflow
def hardware(n: int) -> int:
    a = step(n=n).with_overrides(accelerator=T4)
    b = step(n=a).with_overrides(accelerator=A100.partition_1g_5gb, shared_memory=True)
    c = step(n=b).with_overrides(shared_memory="1Gi")
    return step(n=c).with_overrides(container_image="ghcr.io/acme/other:v2")


@workflow
def aliases(n: int) -> int:
    return step(n=n).with_overrides(aliases={"o0": "result"})


@workflow
def everything(n: int) -> int:
    return step(n=n).with_overrides(
        node_name="all",
        aliases={"o0": "result"},
        requests=Resources(cpu="1"),
        limits=Resources(cpu="2"),
        timeout=timedelta(seconds=90),
        retries=3,
        interruptible=True,
        name="All of it",
        container_image="ghcr.io/acme/other:v2",
        accelerator=T4,
        cache=True,
        cache_version="9",
        shared_memory=True,
    )


@workflow
def on_created_nodes(n: int) -> int:
    a = create_node(silent).with_overrides(node_name="quiet", retries=2)
    b = create_node(step, n=n).with_overrides(requests=Resources(mem="1Gi"), limits=Resources(mem="2Gi"))
    a >> b
    return b.o0


@workflow
def on_void_calls():
    silent().with_overrides(node_name="void", timeout=3)


@workflow
def twice(n: int) -> int:
    return step(n=n).with_overrides(retries=2).with_overrides(node_name="again", timeout=1)
