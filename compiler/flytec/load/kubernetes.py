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
# What `import kubernetes` has, too.
_IMPORTED = frozenset({_CLIENT, _MODELS, "kubernetes.config"})


class KubernetesFinder(MetaPathFinder, Loader):
    """Serves `kubernetes` and all below it: the models as they are, all else as names that only running tasks use."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Claims every module of the client."""
        if fullname.partition(".")[0] != "kubernetes":
            return None
        return ModuleSpec(fullname, self, origin="flytec", is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module whose names resolve when they are asked for."""
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs."""


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        value = _served(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


def _served(symbol: str) -> Any:
    from flytec.authoring import kubernetes_models
    from flytec.authoring.mention import MentionedName

    module, _, name = symbol.rpartition(".")
    if symbol in _IMPORTED:
        return import_module(symbol)
    if symbol == f"{_CLIENT}.ApiClient":
        return kubernetes_models.ApiClient
    if module.startswith(_CLIENT) and name in kubernetes_models.model_names():
        return kubernetes_models.model(name)
    return MentionedName(symbol)
