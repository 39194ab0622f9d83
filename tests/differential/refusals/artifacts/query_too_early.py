# flytekit: accepts
from flytekit import Artifact, task

query = Artifact(name="data").query().to_flyte_idl()  # expect: FTC209 ArtifactQuery.to_flyte_idl() is called while compiling, expected only in a running task


@task
def use() -> int:
    return 1
