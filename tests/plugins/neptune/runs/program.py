"""Tasks that Neptune Scale follows."""

from flytekit import Secret, task, workflow
from flytekitplugins.neptune import neptune_scale_run

NEPTUNE_API_KEY = Secret(key="neptune-api-token", group="neptune-api-group")


@task(secret_requests=[NEPTUNE_API_KEY])
@neptune_scale_run(project="flytekit/project", secret=NEPTUNE_API_KEY)
def train() -> float:
    return 0.5


@task
@neptune_scale_run("flytekit/project", lambda: "k", run_id="my-run", experiment_name="e", log_directory="d")
def custom(a: int) -> int:
    return a


@workflow
def wf(a: int) -> float:
    custom(a=a)
    return train()
