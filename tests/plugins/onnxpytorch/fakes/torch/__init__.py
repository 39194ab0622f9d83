"""The names that the plug-in and flytekit's own support look up when they are imported."""

from torch import jit, nn, onnx, optim  # noqa: F401


class Tensor: ...
