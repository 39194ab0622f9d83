"""Queries on artifacts as defaults of workflows and launch plans."""

from datetime import datetime, timedelta
from typing import Optional

from flytekit import Artifact, LaunchPlan, task, workflow
from flytekit.core.artifact import Granularity, Inputs, Partitions, TimePartition

Plain = Artifact(name="plain")
Regions = Artifact(name="regions", partition_keys=["region", "kind"])
Daily = Artifact(name="daily", time_partitioned=True)
Hourly = Artifact(
    name="hourly", partition_keys=["region"], time_partitioned=True, time_partition_granularity=Granularity.HOUR
)
Versioned = Artifact(project="p", domain="d", name="versioned", version="v1", partitions={"region": "SEA"})
Whole = Artifact(name="whole", partitions={"region": "SEA"})


@task
def use(a: int) -> int:
    return a


@workflow
def flow(
    region: str,
    when: datetime,
    a: int = Plain.query(),
    b: int = Plain,
    c: int = Regions.query(region=Inputs.region, kind="k"),
    d: int = Regions.query(partitions={"region": "SEA", "kind": Inputs.region}),
    e: int = Regions.query(partitions=Partitions({"region": "SEA", "kind": "x"})),
    f: int = Daily.query(time_partition=datetime(2024, 2, 3)),
    g: int = Daily.query(time_partition=Inputs.when),
    h: int = Hourly.query(region="SEA", time_partition=Daily.time_partition - timedelta(days=1)),
    i: int = Hourly.query(region=Regions.partitions.region, time_partition=Hourly.time_partition),
    j: int = Versioned,
    k: Optional[int] = Whole,
    l: int = Whole.query(project="other", domain="development"),
    m: int = Daily.query(time_partition=TimePartition(Inputs.when) + timedelta(hours=1)),
    n: int = Daily.query(),
    o: int = Regions.query(),
) -> int:
    return use(a=a)


assert Plain.query().bound
assert not Regions.query(region="SEA").bound
assert not Daily.query().bound

plan = LaunchPlan.get_or_create(
    flow, name="queried", default_inputs={"a": Regions.query(region="PDX", kind="z"), "region": "SEA", "b": Versioned}
)
