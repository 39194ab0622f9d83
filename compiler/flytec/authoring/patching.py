"""`flytekit.testing.patch`: the decorator of test functions that lie among the modules that are compiled."""

from collections.abc import Callable
from typing import Any, NoReturn

from flytec.authoring.references import ReferenceEntity
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.authoring.types.running import only_while_running
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import INVALID_CALL
from flytec.diagnostics import user_error


def patch(
    target: PythonTask[Any] | WorkflowBase | ReferenceEntity,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator for a test; nothing is replaced before the test runs, and here it does not run.

    Raises:
        UserError: `target` is neither a task nor a workflow nor a reference.
    """
    if not isinstance(target, PythonTask | WorkflowBase | ReferenceEntity):
        raise user_error(
            INVALID_CALL,
            f"patch is given a {type(target).__name__}, expected a task, a workflow or a reference",
            at=caller_location(),
            hint="name what was declared with @task or @workflow",
        )

    def decorate(_test: Callable[..., Any]) -> Callable[..., Any]:
        def new_test(*_: Any, **__: Any) -> NoReturn:
            raise only_while_running(f"a test of {target.name}")

        return new_test

    return decorate
