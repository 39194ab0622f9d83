"""`lazy_module`: a module that is imported when it is first used."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any

LOGGING_RICH_FMT_ENV_VAR = "FLYTE_SDK_RICH_TRACEBACKS"


class LazyModule(ModuleType):
    """Stands for a module that is not installed: any use of it is the import error."""

    def __getattribute__(self, attribute: str) -> Any:
        if attribute.startswith("__") and attribute.endswith("__"):
            return super().__getattribute__(attribute)
        raise ImportError(f"module {super().__getattribute__('__name__')} is not installed")


def lazy_module(fullname: str) -> ModuleType:
    """The module `fullname`, imported on first use; a stand-in where it is not installed."""
    if fullname in sys.modules:
        return sys.modules[fullname]
    spec = importlib.util.find_spec(fullname)
    if spec is None or spec.loader is None:
        return LazyModule(fullname)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[fullname] = module
    spec.loader.exec_module(module)
    return module


def is_imported(module_name: str) -> bool:
    """Whether the module is loaded for real."""
    module = sys.modules.get(module_name)
    return module is not None and not isinstance(module, LazyModule)
