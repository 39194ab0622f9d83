"""Objects that the container finds again by the variable that holds them, and what flytekit tells about such places."""

from __future__ import annotations

import inspect
import os.path
import sys
from abc import ABCMeta
from typing import Any, TypeVar

from flytec.authoring.naming import EntityName
from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import instantiating_module

I = TypeVar("I", bound="TrackedInstance")  # noqa: E741


class TrackedInstance:
    """Knows the module that was being imported when the object was made, and so its dotted name."""

    instantiated_in: str | None
    _served_as: str | None = None

    def __new__(cls, *_: Any, **__: Any) -> TrackedInstance:
        """Notes the module before `__init__`, which subclasses need not pass on."""
        self = super().__new__(cls)
        self.instantiated_in = instantiating_module()
        return self

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    @property
    def location(self) -> str:
        """The dotted name that the container imports the object by.

        Raises:
            UserError: FTC105 where no variable of its module holds it.
        """
        return self._served_as or self.place().full

    @property
    def lhs(self) -> str:
        """The variable that holds the object."""
        return self.place().variable

    def find_lhs(self) -> str:
        """The variable that holds the object."""
        return self.place().variable

    def place(self) -> EntityName:
        """Module and variable."""
        return current_recorder().names.of_instance(self, self.instantiated_in)


class FlyteTrackedABC(ABCMeta):
    """The metaclass that flytekit gives to tracked abstract classes; here they need none."""


def served_as(instance: I, location: str) -> I:
    """`instance`, which stands for the object that flytekit has under the dotted name `location`."""
    instance._served_as = location
    return instance


def extract_task_module(f: Any) -> tuple[str, str, str, str]:
    """Full name, module, variable and file of a task, a tracked object or a function.

    Raises:
        UserError: FTC105 where they cannot be told.
    """
    place: EntityName = f.place() if hasattr(f, "place") else current_recorder().names.of_callable(f)
    source = getattr(f, "task_function", f)
    module = inspect.getmodule(source) if callable(source) and hasattr(source, "__code__") else None
    module = module or sys.modules.get(getattr(f, "instantiated_in", None) or place.module)
    file = getattr(module, "__file__", None)
    return place.full, place.module, place.variable, os.path.abspath(file) if file else ""  # noqa: PTH100 - as naming
