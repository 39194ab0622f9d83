"""The import hook that serves the models of Kubernetes' client where that client is not installed.

It stands behind Python's own path search, so it is asked only for what is not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_CLIENT = "kubernetes.client"
_MODELS = "kubernetes.client.models"
_PACKAGES = frozenset({"kubernetes", _CLIENT, _MODELS})


class KubernetesFinder(MetaPathFinder, Loader):
    """Serves `kubernetes.client` and `kubernetes.client.models`; the rest of the client is for running tasks."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Claims the packages of models, and the module that each model has to itself."""
        if fullname in _PACKAGES or (fullname.startswith(f"{_MODELS}.") and _module_of_model(fullname)):
            return ModuleSpec(fullname, self, origin="flytec", is_package=fullname in _PACKAGES)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module whose names resolve when they are asked for."""
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs."""


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        dunder = name.startswith("__") and name.endswith("__")
        value = None if dunder else _served(self.__name__, name)
        if value is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        setattr(self, name, value)
        return value


def _served(module: str, name: str) -> Any:
    from flytec.authoring import kubernetes_models

    if f"{module}.{name}" in _PACKAGES:
        return import_module(f"{module}.{name}")
    if module == "kubernetes":
        return None
    if f"{module}.{name}" == f"{_CLIENT}.ApiClient":
        return kubernetes_models.ApiClient
    return kubernetes_models.model(name) if name in kubernetes_models.model_names() else None


def _module_of_model(fullname: str) -> bool:
    from flytec.authoring.kubernetes_models import model_names, module_name

    return fullname.removeprefix(f"{_MODELS}.") in map(module_name, model_names())
