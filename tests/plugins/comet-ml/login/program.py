"""Tasks that Comet follows."""

from flytekit import Secret, task, workflow
from flytekitplugins.comet_ml import comet_ml_login

COMET_ML_SECRET = Secret(group="comet-ml-group", key="comet-ml-api-key")


@task(secret_requests=[COMET_ML_SECRET])
@comet_ml_login(project_name="flytekit-comet-ml-v1", workspace="thomas-unionai", secret=COMET_ML_SECRET)
def main(epochs: int) -> str:
    return str(epochs)


@task
@comet_ml_login("p", "w", lambda: "k", experiment_key="key", host="https://comet.acme.com", offline=True)
def custom() -> None:
    pass


@workflow
def wf(epochs: int) -> str:
    custom()
    return main(epochs=epochs)
