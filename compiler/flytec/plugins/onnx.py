"""`flytekitplugins.onnxpytorch`, `.onnxscikitlearn`, `.onnxtensorflow`: models that become files of ONNX.

The configs say how a running task converts a model; none of it shows in messages.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class PyTorch2ONNXConfig:
    """How a model of PyTorch is converted."""

    __module__ = "flytekitplugins.onnxpytorch.schema"

    args: Any
    export_params: bool = True
    verbose: bool = False
    training: Any = None
    opset_version: int = 9
    input_names: list[str] = field(default_factory=list)
    output_names: list[str] = field(default_factory=list)
    operator_export_type: Any = None
    do_constant_folding: bool = False
    dynamic_axes: dict[str, Any] = field(default_factory=dict)
    keep_initializers_as_inputs: bool | None = None
    custom_opsets: dict[str, int] = field(default_factory=dict)
    export_modules_as_functions: Any = False


@dataclass
class PyTorch2ONNX:
    """A model of PyTorch."""

    __module__ = "flytekitplugins.onnxpytorch.schema"

    model: Any = None


@dataclass
class ScikitLearn2ONNXConfig:
    """How a model of scikit-learn is converted."""

    __module__ = "flytekitplugins.onnxscikitlearn.schema"

    initial_types: list[Any]
    name: str | None = None
    doc_string: str = ""
    target_opset: int | None = None
    custom_conversion_functions: dict[Any, Any] = field(default_factory=dict)
    custom_shape_calculators: dict[Any, Any] = field(default_factory=dict)
    custom_parsers: dict[Any, Any] = field(default_factory=dict)
    options: dict[Any, Any] = field(default_factory=dict)
    intermediate: bool = False
    naming: Any = None
    white_op: set[str] | None = None
    black_op: set[str] | None = None
    verbose: int = 0
    final_types: list[Any] | None = None


@dataclass
class ScikitLearn2ONNX:
    """A model of scikit-learn."""

    __module__ = "flytekitplugins.onnxscikitlearn.schema"

    model: Any = None


@dataclass
class TensorFlow2ONNXConfig:
    """How a model of TensorFlow is converted."""

    __module__ = "flytekitplugins.onnxtensorflow.schema"

    input_signature: Any
    custom_ops: dict[str, Any] | None = None
    target: list[Any] | None = None
    custom_op_handlers: dict[Any, Any] | None = None
    custom_rewriter: list[Any] | None = None
    opset: int | None = None
    extra_opset: list[int] | None = None
    shape_override: dict[str, list[Any]] | None = None
    inputs_as_nchw: list[str] | None = None
    large_model: bool = False


@dataclass
class TensorFlow2ONNX:
    """A model of TensorFlow."""

    __module__ = "flytekitplugins.onnxtensorflow.schema"

    model: Any = None
