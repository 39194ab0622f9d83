# flytekit: FlyteValidationException
from flytekit import Artifact, task, workflow

Data = Artifact(name="data", partition_keys=["region"])


@task
def use(it: int) -> int:
    return it


@workflow  # expect: FTC206 launch plan unbound_default.flow: input 'it': the default is artifact 'data', whose partitions have no values, expected a query
def flow(it: int = Data) -> int:
    return use(it=it)
