"""Environments: settings that several tasks share, as decorators that add them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from flytec.authoring.dynamic import dynamic
from flytec.authoring.function_task import task as task_decorator
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error


def inherit(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """A copy of `old` with `new` over it; dicts in both are merged the same way."""
    merged = copy.deepcopy(old)
    for key, value in new.items():
        merged[key] = inherit(merged[key], value) if key in merged and isinstance(value, dict) else value
    return merged


class Environment:
    """Arguments of `@task` under a name: `@environment`, `@environment(...)`, `@environment.dynamic`."""

    def __init__(self, **overrides: Any) -> None:
        if "_task_function" in overrides:
            raise user_error(
                INVALID_DECLARATION,
                "an environment is given _task_function, expected arguments of @task",
                at=caller_location(),
            )
        self.overrides = overrides

    def update(self, **overrides: Any) -> None:
        """Changes the arguments for tasks that are declared from now on."""
        self.overrides = inherit(self.overrides, overrides)

    def extend(self, **overrides: Any) -> Environment:
        """Another environment with more arguments."""
        return type(self)(**inherit(self.overrides, overrides))

    def __call__(self, _task_function: Callable[..., Any] | None = None, /, **overrides: Any) -> Any:
        """Declares a task; see `task`."""
        return self._declared(task_decorator, _task_function, overrides)

    task = __call__

    def dynamic(self, _task_function: Callable[..., Any] | None = None, /, **overrides: Any) -> Any:
        """Declares a dynamic task."""
        return self._declared(dynamic, _task_function, overrides)

    def show(self) -> None:
        """Prints nothing: output while compiling is flytec's own."""

    def _declared(
        self, decorator: Callable[..., Any], function: Callable[..., Any] | None, overrides: dict[str, Any]
    ) -> Any:
        """The task, or what declares it; arguments beside a function are lost, as in flytekit."""
        if function is None:
            return lambda decorated: decorator(**inherit(self.overrides, overrides))(decorated)
        if callable(function):
            return decorator(**self.overrides)(function)
        raise user_error(
            INVALID_DECLARATION,
            f"an environment decorates an object of type {type(function).__name__}, expected a function",
            at=caller_location(),
        )
