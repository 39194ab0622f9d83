"""Training on several nodes, with what it needs and leaves: settings, a model's state, logs for a board."""

import typing
from dataclasses import dataclass

from flytekit import Resources, task, workflow
from flytekit.types.directory import TensorboardLogs
from flytekit.types.file import PNGImageFile, PythonPickledFile
from flytekitplugins.kfpytorch import Elastic, PyTorch, Worker

GPU = {"cpu": "500m", "mem": "4Gi", "gpu": "1"}


@dataclass
class Hyperparameters:
    backend: str = "gloo"
    batch_size: int = 64
    epochs: int = 10
    learning_rate: float = 0.01
    momentum: float = 0.5
    sgd: typing.Optional[dict[str, float]] = None  # noqa: UP045 - as users write


TrainingOutputs = typing.NamedTuple(  # noqa: UP014 - as users write
    "TrainingOutputs",
    [("epoch_accuracies", typing.List[float]), ("model_state", PythonPickledFile), ("logs", TensorboardLogs)],
)


@task(
    task_config=PyTorch(worker=Worker(replicas=2)),
    retries=2,
    cache=True,
    cache_version="0.1",
    requests=Resources(**GPU),
    limits=Resources(**GPU),
)
def mnist_pytorch_job(hp: Hyperparameters) -> TrainingOutputs:
    return TrainingOutputs([0.5], PythonPickledFile("mnist_cnn.pt"), TensorboardLogs("logs"))


@task(task_config=Elastic(nnodes=2, nproc_per_node=1), requests=Resources(**GPU))
def mnist_elastic(hp: Hyperparameters) -> TrainingOutputs:
    return TrainingOutputs([0.5], PythonPickledFile("mnist_cnn.pt"), TensorboardLogs("logs"))


@task
def plot_accuracy(epoch_accuracies: typing.List[float]) -> PNGImageFile:
    return PNGImageFile("accuracy.png")


@workflow
def pytorch_training_wf(
    hp: Hyperparameters = Hyperparameters(epochs=2, batch_size=128),  # noqa: B008 - as users write
) -> tuple[PythonPickledFile, PNGImageFile, TensorboardLogs]:
    accuracies, model, logs = mnist_pytorch_job(hp=hp)
    mnist_elastic(hp=Hyperparameters(backend="nccl"))
    return model, plot_accuracy(epoch_accuracies=accuracies), logs
