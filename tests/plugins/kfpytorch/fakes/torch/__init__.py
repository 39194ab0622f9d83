"""Stands for PyTorch, with the classes that flytekit looks for as soon as it is imported."""

from types import SimpleNamespace


class Tensor:
    """Stands for a tensor."""


class Module:
    """Stands for a model."""


class Optimizer:
    """Stands for an optimizer."""


nn = SimpleNamespace(Module=Module)
optim = SimpleNamespace(Optimizer=Optimizer)
