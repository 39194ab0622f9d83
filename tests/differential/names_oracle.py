"""Prints what each public module of flytekit exports, as JSON: `python names_oracle.py > names.json`.

{module: [names]}; a module that cannot be imported here, for the lack of a library, has null. Run in a process of its
own: it imports flytekit.
"""

import importlib
import inspect
import json
import os
import pkgutil
import typing
import warnings
from types import ModuleType
from typing import Any


def exports(module: ModuleType) -> list[str]:
    """The public names: by `__all__` where there is one, else what is flytekit's own and no type variable."""
    names = getattr(module, "__all__", None)
    rows = vars(module).items() if names is None else ((name, None) for name in names)
    return sorted(name for name, value in rows if not name.startswith("_") and (names or is_flytekits(value)))


def is_flytekits(value: Any) -> bool:
    if inspect.ismodule(value) or isinstance(value, typing.TypeVar | typing.ParamSpec):
        return False
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and home.partition(".")[0] == "flytekit"


def visit(name: str, found: dict[str, list[str] | None]) -> None:
    """Adds a module and those below it."""
    try:
        module = importlib.import_module(name)
    except ImportError:
        found[name] = None
        return
    found[name] = exports(module)
    for below in pkgutil.iter_modules(getattr(module, "__path__", ())):
        if not below.name.startswith("_"):
            visit(f"{name}.{below.name}", found)


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    found: dict[str, list[str] | None] = {}
    visit("flytekit", found)
    json.dump(found, answers)
    answers.close()


if __name__ == "__main__":
    main()
