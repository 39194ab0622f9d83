"""Launch plans with triggers of the user's own: whatever message they answer with travels as a launch condition."""

from flyteidl.core.artifact_id_pb2 import ArtifactQuery
from flyteidl.core.identifier_pb2 import Identifier
from google.protobuf.wrappers_pb2 import StringValue

from flytekit import Artifact, LaunchPlan, task, workflow
from flytekit.core.schedule import LaunchPlanTriggerBase

Data = Artifact(name="data", partition_keys=["region"], time_partitioned=True)


class OnName(LaunchPlanTriggerBase):
    def __init__(self, name: str) -> None:
        self.name = name

    def to_flyte_idl(self, *args, **kwargs):
        (plan,) = args
        return StringValue(value=f"{self.name} of {plan.name}")


class OnQuery:
    def to_flyte_idl(self, plan):
        query = Data.query(region="SEA").to_flyte_idl()
        assert isinstance(query, ArtifactQuery)
        return query


class OnArtifact:
    def to_flyte_idl(self, plan):
        return Data.to_id_idl()


class OnEmbedded:
    def to_flyte_idl(self, plan):
        return Data.embed_as_query(partition="region")


class OnTime:
    def to_flyte_idl(self, plan):
        return Data.embed_as_query(bind_to_time_partition=True, expr="1h", op=1)


class Never:
    def to_flyte_idl(self, plan):
        return None


@task
def use() -> int:
    return 1


@workflow
def flow() -> int:
    return use()


plans = [
    LaunchPlan.get_or_create(flow, name=f"on_{number}", trigger=trigger)
    for number, trigger in enumerate((OnName("x"), OnQuery(), OnArtifact(), OnEmbedded(), OnTime(), Never()))
]
