"""Tasks that Weights & Biases follows."""

from flytekit import Secret, dynamic, task, workflow
from flytekitplugins.wandb import wandb_init

WANDB_SECRET = Secret(key="wandb-api-key", group="wandb-api-group")
wandb_decorator = wandb_init(project="flytekit-wandb-plugin", entity="acme", secret=WANDB_SECRET)


def api_key() -> str:
    return "k"


@task(secret_requests=[WANDB_SECRET])
@wandb_init(project="flytekit-wandb-plugin", entity="acme", secret=WANDB_SECRET, config={"lr": 0.5})
def train() -> float:
    return 0.5


@task
@wandb_init(project="p", entity="e", secret=api_key, id="my-run", host="https://wandb.acme.com", api_host="https://api")
def custom(a: int) -> int:
    return a


@dynamic
@wandb_decorator
def search(a: int) -> int:
    return custom(a=a)


@workflow
def wf(a: int) -> float:
    search(a=a)
    return train()
