"""Artifacts as outputs: without partitions, with static, bound and dynamic ones, in time, in unions of annotations."""

from datetime import datetime, timezone
from typing import Annotated, NamedTuple, Optional

from flytekit import Artifact, HashMethod, dynamic, map_task, task, workflow
from flytekit.core.artifact import Granularity, Inputs, Partition, Partitions, TimePartition

Plain = Artifact(name="plain")
Versioned = Artifact(project="p", domain="d", name="versioned", version="v1")
Regions = Artifact(name="regions", partition_keys=["region", "kind"])
Daily = Artifact(name="daily", time_partitioned=True)
Hourly = Artifact(name="hourly", time_partitioned=True, time_partition_granularity=Granularity.HOUR)
Both = Artifact(name="both", partition_keys=["region"], time_partitioned=True)
Given = Artifact(name="given", partitions={"region": "SEA", "kind": Inputs.kind})
Made = Artifact(
    name="made",
    partitions=Partitions({"region": "SEA"}),
    time_partitioned=True,
    time_partition=TimePartition(datetime(2024, 5, 1), granularity=Granularity.MONTH),
)


class Pair(NamedTuple):
    first: Annotated[int, Plain]
    second: Annotated[str, Regions(region="SEA", kind="k")]


@task
def plain() -> Annotated[int, Plain]:
    return Plain.create_from(1)


@task
def versioned() -> Annotated[int, "note", Versioned, Plain]:
    return 1


@task
def pair() -> Pair:
    return Pair(1, "")


@task
def regions(region: str, other: str) -> Annotated[str, Regions(region=Inputs.region, kind="static")]:
    return ""


@task
def dynamically() -> Annotated[str, Regions(region="SEA")]:
    return Regions.create_from("", kind="k")


@task
def daily(when: datetime) -> tuple[Annotated[int, Daily(time_partition=Inputs.when)], Annotated[int, Daily]]:
    return 1, 2


@task
def hourly(when: datetime) -> Annotated[Optional[int], Hourly(time_partition=Inputs.when)]:
    return 1


@task
def fixed() -> Annotated[int, HashMethod(str), Daily(time_partition=datetime(2024, 1, 1, 3, tzinfo=timezone.utc))]:
    return 1


@task
def both(region: str, when: datetime) -> Annotated[int, Both(region=Inputs.region, time_partition=Inputs.when)]:
    return 1


@task
def twice(region: str) -> Annotated[int, Regions(region=Inputs.region)(kind="later")]:
    return 1


@task
def given() -> tuple[Annotated[int, Given], Annotated[int, Made], Annotated[int, Given(region="PDX", kind="x")]]:
    return 1, 2, 3


@task
def made(taken: Annotated[int, Plain]) -> list[Annotated[int, Plain]]:
    return [taken]


@dynamic
def later(region: str) -> Annotated[str, Regions(region=Inputs.region)]:
    return regions(region=region, other="")


@workflow
def flow(region: str, when: datetime) -> tuple[
    Annotated[str, Regions(region=Inputs.region, kind="wf")],
    Annotated[int, Both(region=Inputs.region, time_partition=Inputs.when)],
    Annotated[int, Plain],
]:
    first = plain()
    map_task(made)(taken=[first, versioned()])
    return regions(region=region, other=region), both(region=region, when=when), first


@workflow
def outer(when: datetime) -> Annotated[int, Both(region="SEA", time_partition=Inputs.when)]:
    _, second, _ = flow(region="SEA", when=when)
    return second
