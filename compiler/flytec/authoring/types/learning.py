"""What flytekit has for values of PyTorch and TensorFlow; neither library is needed."""

from dataclasses import dataclass, is_dataclass
from typing import Any

from flytec.authoring.transformers import TypeTransformerFailedError


@dataclass
class PyTorchCheckpoint:
    """The state of a model, its optimizer and its hyperparameters, as one file.

    Raises: `TypeTransformerFailedError`, as flytekit does, for hyperparameters of another kind and for nothing at all.
    """

    __module__ = "flytekit.extras.pytorch.checkpoint"

    module: Any = None
    hyperparameters: Any = None
    optimizer: Any = None

    def __post_init__(self) -> None:
        given = self.hyperparameters
        record = is_dataclass(given) and not isinstance(given, type)
        if not (given is None or isinstance(given, dict) or record or hasattr(given, "_fields")):
            text = f"hyperparameters are a {type(given).__name__}, expected a dict, a dataclass or a NamedTuple"
            raise TypeTransformerFailedError(text)
        if self.module is None and not given and self.optimizer is None:
            raise TypeTransformerFailedError("a checkpoint of nothing, expected a module, hyperparameters or optimizer")


@dataclass
class TFRecordDatasetConfig:
    """How a running task reads files of TFRecords."""

    __module__ = "flytekit.extras.tensorflow.record"

    compression_type: str | None = None
    buffer_size: int | None = None
    num_parallel_reads: int | None = None
    name: str | None = None
