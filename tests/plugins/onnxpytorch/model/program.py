"""A model that becomes a file of ONNX on its way between tasks."""

from typing import Annotated

from flytekit import task, workflow
from flytekit.types.file import ONNXFile
from flytekitplugins.onnxpytorch import PyTorch2ONNX, PyTorch2ONNXConfig

Converted = Annotated[
    PyTorch2ONNX,
    PyTorch2ONNXConfig(args=(1, 2), input_names=["input"], output_names=["output"], dynamic_axes={"input": {0: "b"}}),
]


@task
def train(again: bool = False) -> Converted:
    return PyTorch2ONNX(model=None)


@task
def maybe(model: PyTorch2ONNX | None = None) -> list[PyTorch2ONNX]:
    return []


@task
def predict(model: ONNXFile) -> float:
    return 0.5


@workflow
def flow() -> float:
    return predict(model=train(again=True))
