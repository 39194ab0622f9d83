"""flytec's side of the type suite: flytekit's names for a while, and what `Types` makes of a case."""

import importlib
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from differential.type_evaluation import Cases, evaluate, foreign_modules
from flytec.authoring.types.names import NAMES
from flytec.ir import codec
from flytec.lower.types import Types


@contextmanager
def flytekit_names() -> Iterator[Cases]:
    """`flytekit` and its modules of types are ours, and cases can be evaluated; `sys.modules` is as before after."""
    ours = _modules()
    passing = {*ours, *foreign_modules()}
    before = {name: module for name, module in sys.modules.items() if name in passing}
    try:
        sys.modules.update(ours)
        yield Cases()
    finally:
        for name in [name for name in sys.modules if name in passing or name.startswith("case_")]:
            del sys.modules[name]
        sys.modules.update(before)


def _modules() -> dict[str, types.ModuleType]:
    modules: dict[str, types.ModuleType] = {}
    extra = ("flytekit.core", "flytekit.extras", "flytekit.models", "flytekit.models.core")
    # Importing the modules for tensorflow decides what some types are.
    for name in sorted({*NAMES, *extra} - {each for each in NAMES if "tensorflow" in each}):
        module = modules[name] = types.ModuleType(name)
        module.__path__ = []
        for attribute, target in NAMES.get(name, {}).items():
            if ":" in target and not target.startswith("!"):
                owner, _, wanted = target.partition(":")
                setattr(module, attribute, getattr(importlib.import_module(owner), wanted))
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(modules[parent], child, module)
    modules["flytekit"].kwtypes = importlib.import_module("flytec.authoring.types.markers").kwtypes  # type: ignore[attr-defined]
    return modules


class Lowered:
    """Cases by `Types`, with the warnings that it gave."""

    def __init__(self, cases: Cases) -> None:
        self.warnings: list[str] = []
        self.types = Types(lambda code, message, hint: self.warnings.append(f"{code.slug}: {message}; {hint}"))
        self._cases = cases
        self._modules: dict[str, types.ModuleType] = {}

    def message(self, case: list[Any]) -> Any:
        """The literal type of a case, or the literal where it has a value; raises what `Types` raises."""
        name, setup, type_expression, value_expression = case
        if name not in self._modules:
            self._modules[name] = self._cases.module(name, setup)
        python_type = evaluate(self._modules[name], type_expression)
        literal_type = self.types.literal_type(python_type)
        if value_expression is None:
            return literal_type
        return self.types.literal(evaluate(self._modules[name], value_expression), python_type, literal_type)

    def hex(self, case: list[Any]) -> str:
        """The bytes of the message of a case."""
        return codec.serialize(self.message(case)).hex()
