"""Shell tasks: a script with places for inputs and outputs, run in a container of flytekit's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from flytec.authoring.function_task import PythonFunctionTask, PythonInstanceTask
from flytec.authoring.interface import Interface
from flytec.authoring.naming import EntityName
from flytec.authoring.source import caller_location
from flytec.authoring.types.directory import FlyteDirectory
from flytec.authoring.types.file import FlyteFile
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

T = TypeVar("T")


@dataclass
class OutputLocation:
    """Where the script leaves the output `var`: a path, with places for inputs."""

    var: str
    var_type: Any
    location: Any


@dataclass
class ProcessResult:
    """What a process ended with."""

    returncode: int
    output: str
    error: str


class ShellTask(PythonInstanceTask[T]):
    """A task that runs a script.

    flytekit makes a second task beside each and registers it too; see `_ConfigTask`.
    """

    __module__ = "flytekit.extras.tasks.shell"  # part of names

    def __init__(
        self,
        name: str,
        debug: bool = False,
        script: str | None = None,
        script_file: str | None = None,
        task_config: T | None = None,
        shell: str = "/bin/sh",
        inputs: Mapping[str, Any] | None = None,
        output_locs: list[OutputLocation] | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 without a script or with two, and for a configuration or outputs that shells do not take.
        """
        _refuse_other_scripts(name, script, script_file)
        _refuse_other_configs(name, task_config)
        beside = _ConfigTask(name)
        self._script = script
        self._script_file = script_file
        self._debug = debug
        self._shell = shell
        self._output_locs = output_locs or []
        outputs = {place.var: place.var_type for place in self._output_locs if _is_output(name, place)}
        super().__init__(name, task_config, task_type=beside.task_type, interface=Interface(inputs, outputs), **kwargs)

    @property
    def script(self) -> str | None:
        """The script, where it was given as text."""
        return self._script

    @property
    def script_file(self) -> str | None:
        """The script's file, where it was given as one."""
        return self._script_file


class _ConfigTask(PythonFunctionTask[Any]):
    """The task that stands for the plug-in of a shell task's `task_config`; its function does nothing."""

    __module__ = PythonFunctionTask.__module__

    def __init__(self, shell_task: str) -> None:
        super().__init__(None, _dummy_task_func)
        self._name = f"_bash.{shell_task}"
        self.location = caller_location()

    def place(self) -> EntityName:
        """The function in flytekit."""
        return EntityName(ShellTask.__module__, _dummy_task_func.__name__)


class RawShellTask(ShellTask[T]):
    """A shell task whose script is started without capturing what it prints; it takes no shell of its own."""

    __module__ = "flytekit.extras.tasks.shell"  # part of names


def get_raw_shell_task(name: str) -> RawShellTask[None]:
    """A shell task that runs the script that it is given, with the arguments and environment that it is given."""
    return RawShellTask(
        name=name,
        debug=True,
        inputs={"env": dict[str, str], "script_args": str, "script_file": str},
        output_locs=[OutputLocation("out", FlyteDirectory, "{ctx.working_directory}")],
        script="{inputs.export_env} {inputs.script_file} {inputs.script_args}",
    )


# flytekit's name and docstring: both are emitted.
def _dummy_task_func() -> None:
    """A Fake function to satisfy the inner PythonTask requirements"""  # noqa: D415


def _refuse_other_scripts(name: str, script: str | None, script_file: str | None) -> None:
    if script and script_file:
        raise _invalid(f"task {name} has a script and a script file, expected one of them")
    if not script and not script_file:
        raise _invalid(f"task {name} has no script", "pass script= or script_file=")
    if script_file and not Path(script_file).exists():
        raise _invalid(f"the script file {script_file!r} of task {name} does not exist")


def _refuse_other_configs(name: str, config: Any) -> None:
    if config is not None:
        raise _invalid(
            f"task_config of shell task {name} is of type {type(config).__name__}, expected none",
            "leave task_config out, or compile with --frontend flytekit if it is flytekitplugins.pod's",
        )


def _is_output(name: str, place: Any) -> bool:
    if not isinstance(place, OutputLocation):
        raise _invalid(f"an output of task {name} is {place!r}, expected an OutputLocation")
    if place.location is None:
        raise _invalid(f"output {place.var!r} of task {name} has no location")
    if not (isinstance(place.var_type, type) and issubclass(place.var_type, (FlyteFile, FlyteDirectory))):
        raise _invalid(
            f"output {place.var!r} of task {name} is of type {getattr(place.var_type, '__name__', place.var_type)}, "
            "expected a FlyteFile or FlyteDirectory"
        )
    return True


def _invalid(message: str, hint: str = "") -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location(), hint=hint)
