"""Many arguments at once, as projects write them."""

from datetime import timedelta

from flytekit import Cache, Resources, Secret, task, workflow
from flytekit.extras.accelerators import A10G

GPU = dict(
    container_image="ghcr.io/acme/train:latest",
    requests=Resources(cpu="4", mem="16Gi", gpu="1"),
    limits=Resources(cpu="8", mem="32Gi", gpu="1"),
    accelerator=A10G,
    environment={"OMP_NUM_THREADS": "4"},
)


@task(
    cache=Cache(version="2024-01-01", serialize=True),
    retries=2,
    timeout=timedelta(hours=6),
    interruptible=True,
    secret_requests=[Secret(group="wandb", key="token")],
    enable_deck=True,
    pod_template_name="trainer",
    labels={"stage": "training"},
    annotations={"example.org/cost-center": "42"},
    shared_memory="8Gi",
    **GPU,
)
def train(epochs: int, rate: float = 1e-3) -> float:
    """Trains."""
    return rate * epochs


@task(**GPU)
def evaluate(score: float) -> bool:
    return score > 0.5


@workflow
def wf(epochs: int = 10) -> bool:
    return evaluate(score=train(epochs=epochs))
