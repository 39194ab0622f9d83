"""A decorator that watches the memory of a task (`flytekitplugins.memray`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flytec.authoring.arguments import FUNCTION, INT32, takes
from flytec.authoring.class_decorators import RunningDecorator
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error


@takes(
    "memray_profiling",
    "memray_html_reporter",
    task_function=FUNCTION,
    native_traces=bool,
    trace_python_allocators=bool,
    follow_fork=bool,
    memory_interval_ms=INT32,
    memray_html_reporter=str,
    memray_reporter_args=list[str],
)
class memray_profiling(RunningDecorator):  # noqa: N801 - the plug-in's name
    """Watches the function in the container; nothing of it is in the task's message.

    Raises:
        UserError: FTC201 for reporters and arguments that the plug-in refuses.
    """

    def __init__(
        self,
        task_function: Callable[..., Any] | None = None,
        native_traces: bool = False,
        trace_python_allocators: bool = False,
        follow_fork: bool = False,
        memory_interval_ms: int = 10,
        memray_html_reporter: str = "flamegraph",
        memray_reporter_args: list[str] | None = None,
    ) -> None:
        if memray_html_reporter not in ("flamegraph", "table"):
            raise _refused(f"memray_html_reporter is {memray_html_reporter!r}, expected 'flamegraph' or 'table'")
        wrong = [argument for argument in memray_reporter_args or () if "--" not in argument]
        if wrong:
            raise _refused(f"memray_reporter_args has {wrong[0]!r}, expected options such as '--leaks'")
        super().__init__(
            task_function,
            native_traces=native_traces,
            trace_python_allocators=trace_python_allocators,
            follow_fork=follow_fork,
            memory_interval_ms=memory_interval_ms,
            memray_html_reporter=memray_html_reporter,
            memray_reporter_args=memray_reporter_args,
        )

    def get_extra_config(self) -> Mapping[str, str]:
        """Nothing."""
        return {}


def _refused(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location())
