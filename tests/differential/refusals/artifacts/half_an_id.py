# flytekit: ValueError
from flytekit import Artifact, task, workflow

Data = Artifact(name="data", version="v1")


@task
def use(it: int) -> int:
    return it


@workflow  # expect: FTC206 launch plan half_an_id.flow: input 'it': the default is a version of artifact 'data' without project or domain, expected both
def flow(it: int = Data) -> int:
    return use(it=it)
