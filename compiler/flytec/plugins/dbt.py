"""dbt: its commands as tasks in the project's own container."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, List, Optional  # noqa: UP035 - the schemas of these classes are emitted

from flytec.authoring.arguments import takes
from flytec.authoring.function_task import PythonInstanceTask
from flytec.authoring.interface import Interface


@dataclass
class BaseDBTInput:
    """What every command takes; `flags` are options besides."""

    project_dir: str
    profiles_dir: str
    profile: str
    target: str = None  # type: ignore[assignment]  # the plug-in's
    output_path: str = "target"
    ignore_handled_error: bool = False
    flags: dict = None  # type: ignore[assignment, type-arg]  # the plug-in's

    def to_args(self) -> list[str]:
        """The options as arguments of a command."""
        args = ["--project-dir", self.project_dir, "--profiles-dir", self.profiles_dir, "--profile", self.profile]
        if self.target is not None:
            args += ["--target", self.target]
        for flag, value in (self.flags or {}).items():
            args += _option(flag, value)
        return args


def _option(flag: str, value: Any) -> list[str]:
    match value:
        case _ if not value:
            return []
        case bool():
            return [f"--{flag}"]
        case list():
            return [f"--{flag}", *value]
        case dict():
            return [f"--{flag}", json.dumps(value)]
        case _:
            return [f"--{flag}", str(value)]


@dataclass
class _SelectingInput(BaseDBTInput):
    """What commands take that work on a part of the project."""

    select: Optional[List[str]] = None  # noqa: UP006, UP045
    exclude: Optional[List[str]] = None  # noqa: UP006, UP045

    def to_args(self) -> list[str]:
        """The options as arguments of a command."""
        args = super().to_args()
        args += [] if self.select is None else ["--select", *self.select]
        return args if self.exclude is None else [*args, "--exclude", *self.exclude]


@dataclass
class BaseDBTOutput:
    """What every command gives."""

    command: str
    exit_code: int


@dataclass
class DBTRunInput(_SelectingInput):
    """What `dbt run` takes."""


@dataclass
class DBTRunOutput(BaseDBTOutput):
    """What `dbt run` gives."""

    raw_run_result: str
    raw_manifest: str


@dataclass
class DBTTestInput(_SelectingInput):
    """What `dbt test` takes."""


@dataclass
class DBTTestOutput(BaseDBTOutput):
    """What `dbt test` gives."""

    raw_run_result: str
    raw_manifest: str


@dataclass
class DBTFreshnessInput(_SelectingInput):
    """What `dbt source freshness` takes."""


@dataclass
class DBTFreshnessOutput(BaseDBTOutput):
    """What `dbt source freshness` gives."""

    raw_sources: str


@takes("DBTRun", "name", name=str)
class DBTRun(PythonInstanceTask[None]):
    """A task of type `dbt-run`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        interface = Interface({"input": DBTRunInput}, {"output": DBTRunOutput})
        super().__init__(task_type="dbt-run", name=name, task_config=None, interface=interface, **kwargs)


@takes("DBTTest", "name", name=str)
class DBTTest(PythonInstanceTask[None]):
    """A task of type `dbt-test`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        interface = Interface({"input": DBTTestInput}, {"output": DBTTestOutput})
        super().__init__(task_type="dbt-test", name=name, task_config=None, interface=interface, **kwargs)


@takes("DBTFreshness", "name", name=str)
class DBTFreshness(PythonInstanceTask[None]):
    """A task of type `dbt-freshness`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        interface = Interface({"input": DBTFreshnessInput}, {"output": DBTFreshnessOutput})
        super().__init__(task_type="dbt-freshness", name=name, task_config=None, interface=interface, **kwargs)
