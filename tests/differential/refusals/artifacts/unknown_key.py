# flytekit: ValueError
from typing import Annotated

from flytekit import Artifact, task

Data = Artifact(name="data", partition_keys=["region"])


@task
def make() -> Annotated[int, Data(continent="x")]:  # expect: FTC201 artifact 'data' is given a partition 'continent', expected one of region
    return 1
