"""Training on several nodes, with settings of one's own and a folder of the model."""

from dataclasses import dataclass
from typing import NamedTuple, Tuple

from flytekit import Resources, task, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile
from flytekitplugins.kftensorflow import PS, Chief, TfJob, Worker

KerasModel = FlyteDirectory["keras"]


@dataclass
class Hyperparameters:
    batch_size_per_replica: int = 64
    buffer_size: int = 10000
    epochs: int = 10


class TrainingOutputs(NamedTuple):
    model: FlyteDirectory
    accuracy: float
    loss: float


@task(
    task_config=TfJob(worker=Worker(replicas=1), ps=PS(replicas=1), chief=Chief(replicas=1)),
    retries=2,
    cache=True,
    cache_version="2.2",
    requests=Resources(cpu="1", mem="2048Mi"),
    limits=Resources(cpu="1", mem="2048Mi"),
)
def mnist_tensorflow_job(hyperparameters: Hyperparameters) -> TrainingOutputs:
    return TrainingOutputs(FlyteDirectory("model"), 0.5, 0.5)


@task
def export(model: KerasModel) -> FlyteFile:
    return FlyteFile("model.zip")


@workflow
def mnist_tensorflow_workflow(
    hyperparameters: Hyperparameters = Hyperparameters(batch_size_per_replica=64),  # noqa: B008 - as users write
) -> Tuple[FlyteFile, float]:
    done = mnist_tensorflow_job(hyperparameters=hyperparameters)
    return export(model=done.model), done.accuracy
