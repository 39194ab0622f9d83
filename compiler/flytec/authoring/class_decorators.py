"""Decorators of task functions that are classes, and may add to the config of the task."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from flytec.authoring.source import caller_location
from flytec.codes import MENTION_USED
from flytec.diagnostics import user_error


class ClassDecorator(ABC):
    """The base of decorators that stand in for the task's function; used as `@d` and as `@d(...)`."""

    LINK_TYPE_KEY = "link_type"
    PORT_KEY = "port"

    def __init__(self, task_function: Callable[..., Any] | None = None, **kwargs: Any) -> None:
        self.task_function = task_function
        self.decorator_kwargs = kwargs
        if task_function:
            functools.update_wrapper(self, task_function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the function, or decorates it where there is none yet."""
        if self.task_function:
            return self.execute(*args, **kwargs)
        return type(self)(args[0], **self.decorator_kwargs)

    @abstractmethod
    def execute(self, *args: Any, **kwargs: Any) -> Any:
        """What a call of the decorated function does, in the container."""

    @abstractmethod
    def get_extra_config(self) -> Mapping[str, str]:
        """What goes into the config of the task, over what is there."""


class RunningDecorator(ClassDecorator):
    """The base of flytekit's own, whose function runs in a container only."""

    def execute(self, *_: Any, **__: Any) -> NoReturn:
        """Raises FTC213."""
        raise user_error(
            MENTION_USED,
            f"a function under @{type(self).__name__} is called while the module is imported, "
            "but it serves running tasks only",
            at=caller_location(),
        )
