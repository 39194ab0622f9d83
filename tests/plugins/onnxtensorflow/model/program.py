"""A model that becomes a file of ONNX on its way between tasks."""

from typing import Annotated

from flytekit import task, workflow
from flytekit.types.file import ONNXFile
from flytekitplugins.onnxtensorflow import TensorFlow2ONNX, TensorFlow2ONNXConfig

Converted = Annotated[
    TensorFlow2ONNX,
    TensorFlow2ONNXConfig(input_signature=(1, 2), opset=13),
]


@task
def train(again: bool = False) -> Converted:
    return TensorFlow2ONNX(model=None)


@task
def maybe(model: TensorFlow2ONNX | None = None) -> list[TensorFlow2ONNX]:
    return []


@task
def predict(model: ONNXFile) -> float:
    return 0.5


@workflow
def flow() -> float:
    return predict(model=train(again=True))
