"""A model that becomes a file of ONNX on its way between tasks."""

from typing import Annotated

from flytekit import task, workflow
from flytekit.types.file import ONNXFile
from flytekitplugins.onnxscikitlearn import ScikitLearn2ONNX, ScikitLearn2ONNXConfig

Converted = Annotated[ScikitLearn2ONNX, ScikitLearn2ONNXConfig(initial_types=[("x", int)], target_opset=12)]


@task
def train(again: bool = False) -> Converted:
    return ScikitLearn2ONNX()


@task
def maybe(model: ScikitLearn2ONNX | None = None) -> list[ScikitLearn2ONNX]:
    return []


@task
def predict(model: ONNXFile) -> float:
    return 0.5


@workflow
def flow() -> float:
    return predict(model=train(again=True))
