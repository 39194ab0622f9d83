"""What a value of these types can only do while its task runs."""

from flytec.authoring.source import caller_location
from flytec.codes import RUN_AT_COMPILE
from flytec.diagnostics import UserError, user_error


def only_while_running(what: str) -> UserError:
    """The error for `what`, a call such as `FlyteFile.download()` that needs storage or a running task."""
    return user_error(
        RUN_AT_COMPILE,
        f"{what} is called while compiling, expected only in a running task",
        at=caller_location(),
        hint="move the call into the body of a task",
    )
