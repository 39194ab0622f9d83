# flytekit: FlyteValidationException
from typing import Annotated

from flytekit import Artifact, task, workflow

Data = Artifact(name="data", partition_keys=["region"])


@task
def make() -> Annotated[int, Data]:
    return 1


@workflow  # expect: FTC201 workflow open_in_a_workflow.flow: output 'o0': partition 'region' is left to the run, expected a value in a workflow
def flow() -> Annotated[int, Data]:
    return make()
