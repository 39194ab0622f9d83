# flytekit: FlyteValidationException
from typing import Annotated

from flytekit import Artifact, task
from flytekit.core.artifact import Inputs

Data = Artifact(name="data", partition_keys=["region"])


@task  # expect: FTC201 task unknown_input.make: output 'o0': partition 'region' is bound to input 'continent', which does not exist
def make(region: str) -> Annotated[int, Data(region=Inputs.continent)]:
    return 1
