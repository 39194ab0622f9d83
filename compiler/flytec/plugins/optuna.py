"""Optuna: studies whose trials are tasks that an eager task starts."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, NoReturn

from flytec.authoring.function_task import AsyncPythonFunctionTask
from flytec.authoring.mention import MentionedName
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION, RUN_AT_COMPILE
from flytec.diagnostics import UserError, user_error


class Suggestion:
    """What a trial draws an input from."""


class Number(Suggestion):
    """A number between two others.

    Raises:
        UserError: FTC201 for an empty range, and for a step that does not fit into it.
    """

    low: Any
    high: Any
    step: Any

    def __post_init__(self) -> None:
        if self.low >= self.high:
            raise _invalid(f"low is {self.low} and high {self.high}, expected low to be less than high")
        if self.step is not None and self.step > self.high - self.low:
            raise _invalid(f"step is {self.step}, expected no more than {self.high - self.low}, what low and high span")


@dataclass
class Float(Number):
    """A float."""

    low: float
    high: float
    step: float | None = None
    log: bool = False


@dataclass
class Integer(Number):
    """A whole number."""

    low: int
    high: int
    step: int = 1
    log: bool = False


@dataclass
class Category(Suggestion):
    """One of several things."""

    choices: list[Any]


suggest = SimpleNamespace(float=Float, integer=Integer, category=Category)


@dataclass
class Optimizer:
    """An objective, which a task of a coroutine function gives or a function that takes the trial, and its study.

    Raises:
        UserError: FTC201 for numbers out of range, and for an objective that does not fit the study.
    """

    objective: Any
    concurrency: int
    n_trials: int
    study: Any = None
    delay: int = 0

    @property
    def is_imperative(self) -> bool:
        """Whether a task gives the objective."""
        return isinstance(self.objective, AsyncPythonFunctionTask)

    def __post_init__(self) -> None:
        for name, least in (("concurrency", 1), ("n_trials", 1), ("delay", 0)):
            number = getattr(self, name)
            if not isinstance(number, int) or number < least:
                raise _invalid(f"{name} is {number!r}, expected a whole number from {least}")
        if self.is_imperative:
            _refuse_other_results(self.objective.task_function, self.study)
        elif not callable(self.objective):
            raise _invalid("the objective is no function and no task of a coroutine function")
        elif "trial" not in inspect.signature(self.objective).parameters:
            raise _invalid("the objective takes no trial, expected a parameter of that name or a coroutine's task")
        if self.study is None:
            self.study = MentionedName("the study of an Optimizer")

    def __call__(self, **inputs: Any) -> NoReturn:  # noqa: ARG002
        """Refuses: the trials would run now.

        Raises:
            UserError: FTC209.
        """
        raise user_error(RUN_AT_COMPILE, "an Optimizer would run its trials now", at=caller_location())


def _refuse_other_results(function: Callable[..., Any], study: Any) -> None:
    result = inspect.signature(function).return_annotation
    members = (result,) if result is float else getattr(result, "__args__", ())
    if not members or any(member is not float for member in members):
        raise _invalid("the objective does not return a float, nor a tuple of floats")
    directions = (None,) if study is None else getattr(study, "directions", None)
    if isinstance(directions, Sequence) and len(directions) != len(members):
        raise _invalid(f"the objective returns {len(members)} floats, but the study has {len(directions)} directions")


def optimize(objective: Any = None, concurrency: int = 1, n_trials: int = 1, study: Any = None) -> Any:
    """An optimizer of the decorated objective; every argument is the plug-in's of the same name."""

    def decorate(objective: Any) -> Optimizer:
        return Optimizer(objective, concurrency, n_trials, study)

    return decorate if objective is None else decorate(objective)


def _invalid(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, f"{message}, for an Optimizer of Optuna's", at=caller_location())
