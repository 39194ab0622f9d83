"""Tasks that MLflow follows."""

import logging

from flytekit import task, workflow
from flytekitplugins.mlflow import mlflow_autolog


@task(enable_deck=True)
@mlflow_autolog(framework=logging)
def train(epochs: int) -> float:
    """Trains.

    Args:
        epochs: how often
    """
    return float(epochs)


@task
@mlflow_autolog
def bare(a: int, b: str = "x") -> float:
    return float(a)


@task
@mlflow_autolog(experiment_name="nightly")
def named() -> None:
    pass


@workflow
def ml_pipeline(epochs: int) -> float:
    named()
    bare(a=epochs)
    return train(epochs=epochs)
