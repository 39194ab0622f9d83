"""Environments of settings, their extensions and changes."""

from flytekit import Cache, Environment, PodTemplate, Resources, workflow
from flytekit.core.environment import Environment as Same

base = Environment(
    environment={"A": "1", "B": "1"},
    requests=Resources(cpu="1"),
    retries=2,
    container_image="ghcr.io/acme/env:v1",
    labels={"team": "data"},
)
more = base.extend(environment={"B": "2", "C": "3"}, retries=3, cache=Cache(version="1"))
empty = Same()


@base
def bare(a: int) -> int:
    """Documented."""
    return a


@base()
def called(a: int) -> int:
    return a


@base.task
def by_name(a: int) -> int:
    return a


@base(environment={"A": "9"}, limits=Resources(mem="1Gi"), interruptible=True)
def overridden(a: int) -> int:
    return a


@more.task(pod_template=PodTemplate(), environment={"D": "4"})
def extended(a: int) -> int:
    return a


@more.dynamic
def later(a: int) -> int:
    return bare(a=a)


@base.dynamic(retries=7)
def later_with(a: int) -> int:
    return bare(a=a)


@empty
def nothing(a: int) -> int:
    return a


base.update(labels={"owner": "me"}, retries=0)


@base
def updated(a: int) -> int:
    return a


@workflow
def flow(a: int) -> int:
    return later(a=bare(a=a))
