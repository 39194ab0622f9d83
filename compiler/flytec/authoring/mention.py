"""Names that only task bodies use: they may be imported and mentioned, but do nothing while compiling."""

from __future__ import annotations

from typing import Any, NoReturn

from flytec.authoring.source import caller_location
from flytec.codes import MENTION_USED
from flytec.diagnostics import UserError, user_error


class MentionedName:
    """Stands for a flytekit name that has a meaning only when a task runs.

    It can be passed around, annotated with and subclassed. Calling it, or taking or setting an attribute of it, would
    need the running task and is an error.
    """

    _name: str

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_name", name)

    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        """Raises FTC213: there is no running task to ask."""
        raise self._used("called")

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__") and attribute.endswith("__"):
            raise AttributeError(attribute)
        raise self._used(f"asked for its attribute {attribute!r}")

    def __setattr__(self, attribute: str, _value: Any) -> NoReturn:
        raise self._used(f"given an attribute {attribute!r}")

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        """A class that derives from the name is a plain class while compiling."""
        return ()

    def __or__(self, other: Any) -> Any:
        return self

    __ror__ = __or__

    def __repr__(self) -> str:
        return self._name

    def _used(self, how: str) -> UserError:
        return user_error(
            MENTION_USED,
            f"{self._name} is {how} while the module is imported, but it exists only in a running task",
            at=caller_location(),
            hint="use it in a task's body, or compile with --frontend flytekit",
        )


class ContextMention(MentionedName):
    """flytekit's context, of which user modules may get hold to pass it on; all else is for running tasks."""

    def current_context(self) -> MentionedName:
        """The current context, as a name that is only mentioned."""
        return MentionedName(f"{self._name}.current_context()")
