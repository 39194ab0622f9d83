"""Slurm: scripts and functions that a connector hands to sbatch, over ssh."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.interface import Interface
from flytec.authoring.shell import OutputLocation
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_KINDS: dict[str, Any] = {
    "ssh_config": dict[str, object],
    "sbatch_config": dict[str, object],
    "script": str,
    "batch_script_args": list[str],
    "batch_script_path": str,
}


@takes("SlurmFunctionConfig", "ssh_config", **_KINDS)
@dataclass
class SlurmFunctionConfig:
    """How to reach the cluster, the options of sbatch, and a script with `{task.fn}` where the function runs.

    Raises:
        UserError: FTC201 for a connection without a host.
    """

    ssh_config: dict[str, Any]
    sbatch_config: dict[str, str] | None = None
    script: str | None = None

    def __post_init__(self) -> None:
        if self.ssh_config.get("host") is None:
            raise user_error(
                INVALID_DECLARATION,
                "ssh_config of SlurmFunctionConfig has no host, expected the name or address of the cluster",
                at=caller_location(),
            )
        self.sbatch_config = {} if self.sbatch_config is None else self.sbatch_config


class SlurmFunctionTask(AsyncConnectorExecutorMixin, PythonFunctionTask[SlurmFunctionConfig]):
    """A task of type `slurm_fn`."""

    _TASK_TYPE = "slurm_fn"

    def __init__(
        self,
        task_config: SlurmFunctionConfig,
        task_function: Callable[..., Any],
        container_image: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            task_config=task_config,
            task_type=self._TASK_TYPE,
            task_function=task_function,
            container_image=container_image,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration."""
        config = self.task_config
        assert config is not None, "the table of configs leads here"
        return {"ssh_config": config.ssh_config, "sbatch_config": config.sbatch_config, "script": config.script}


@takes("SlurmConfig", "ssh_config", **_KINDS)
@dataclass
class SlurmConfig:
    """How to reach the cluster, the options of sbatch, and the arguments of the script."""

    ssh_config: dict[str, Any]
    sbatch_config: dict[str, str] | None = None
    batch_script_args: list[str] | None = None

    def __post_init__(self) -> None:
        self.sbatch_config = {} if self.sbatch_config is None else self.sbatch_config


@takes("SlurmScriptConfig", "ssh_config", **_KINDS)
@dataclass
class SlurmScriptConfig(SlurmConfig):
    """The same for a script that lies on the cluster.

    Raises:
        UserError: FTC201 without the script's path.
    """

    batch_script_path: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.batch_script_path is None:
            raise user_error(
                INVALID_DECLARATION,
                "SlurmScriptConfig has no batch_script_path, expected the path of a script on the cluster",
                at=caller_location(),
            )


@takes("SlurmTask", "name", "task_config", name=str, task_config=SlurmScriptConfig)
class SlurmTask(AsyncConnectorExecutorMixin, PythonTask[SlurmScriptConfig]):
    """A task of type `slurm` that runs a script of the cluster's; it has neither inputs nor outputs."""

    _TASK_TYPE = "slurm"

    def __init__(self, name: str, task_config: SlurmScriptConfig, **kwargs: Any) -> None:
        super().__init__(
            task_type=self._TASK_TYPE,
            name=name,
            task_config=task_config,
            interface=Interface(None, None),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration."""
        config = self.task_config
        assert config is not None, "the constructor refuses it"
        return {
            "ssh_config": config.ssh_config,
            "batch_script_path": config.batch_script_path,
            "batch_script_args": config.batch_script_args,
            "sbatch_config": config.sbatch_config,
        }


@takes(
    "SlurmShellTask",
    "name",
    "task_config",
    "script",
    name=str,
    task_config=SlurmConfig,
    script=str,
    inputs=dict[str, object],
    output_locs=list[OutputLocation],
)
class SlurmShellTask(AsyncConnectorExecutorMixin, PythonTask[SlurmConfig]):
    """A task of type `slurm` that runs a script of its own."""

    _TASK_TYPE = "slurm"

    def __init__(
        self,
        name: str,
        task_config: SlurmConfig,
        script: str,
        inputs: Mapping[str, Any] | None = None,
        output_locs: list[OutputLocation] | None = None,
        **kwargs: Any,
    ) -> None:
        """Every argument is the plug-in's of the same name.

        Raises:
            UserError: FTC201 for inputs and outputs: flytekit writes their types as they are, which no message holds.
        """
        if inputs or output_locs:
            raise user_error(
                INVALID_DECLARATION,
                f"{name} has {'inputs' if inputs else 'output_locs'}, with which flytekit cannot serialize a "
                "SlurmShellTask",
                at=caller_location(),
                hint="make it a function with SlurmFunctionConfig, or write the values into the script",
            )
        self._script = script
        self._output_locs = output_locs or []
        self._inputs = inputs
        super().__init__(
            name=name,
            task_type=self._TASK_TYPE,
            task_config=task_config,
            interface=Interface(inputs, {}),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration and the script."""
        config = self.task_config
        assert config is not None, "the constructor refuses it"
        return {
            "ssh_config": config.ssh_config,
            "batch_script_args": config.batch_script_args,
            "sbatch_config": config.sbatch_config,
            "script": self._script,
            "python_input_types": self._inputs,
            "output_locs": self._output_locs,
        }

    @property
    def script(self) -> str:
        """The script."""
        return self._script
