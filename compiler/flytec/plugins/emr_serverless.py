"""EMR Serverless of AWS: scripts of Spark and Hive, and functions that run on Spark there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import INT32, takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error
from flytec.plugins.images import based_on

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

_BASE_IMAGE = "public.ecr.aws/emr-serverless/spark/emr-7.0.0:latest"
_CHOICES = {"application_type": ("SPARK", "HIVE"), "architecture": ("X86_64", "ARM64")}
# What stands in a task's data whatever it is; everything else only where it is given.
_ALWAYS = (
    *("execution_role_arn", "release_label", "application_type", "execution_timeout_minutes"),
    *("sync_image", "inject_flyte_env"),
)


@takes(
    "EMRServerlessSparkJobDriver",
    "entry_point",
    entry_point=str,
    entry_point_arguments=list[str],
    spark_submit_parameters=str,
)
@dataclass
class EMRServerlessSparkJobDriver:
    """A program for Spark."""

    entry_point: str
    entry_point_arguments: list[str] | None = None
    spark_submit_parameters: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The driver as AWS names its parts."""
        return _given(
            {
                "entryPoint": self.entry_point,
                "entryPointArguments": self.entry_point_arguments,
                "sparkSubmitParameters": self.spark_submit_parameters,
            },
            "entryPoint",
        )


@takes("EMRServerlessHiveJobDriver", "query", query=str, init_query_file=str, parameters=str)
@dataclass
class EMRServerlessHiveJobDriver:
    """A query for Hive, or a file of one."""

    query: str
    init_query_file: str | None = None
    parameters: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The driver as AWS names its parts."""
        return _given(
            {"query": self.query, "initQueryFile": self.init_query_file, "parameters": self.parameters}, "query"
        )


def _given(data: dict[str, Any], *always: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value or name in always}


@takes(
    "EMRServerless",
    "execution_role_arn",
    **dict.fromkeys(("execution_role_arn", "application_id", "release_label", "application_type"), str),
    **dict.fromkeys(("application_name", "spark_submit_parameters", "architecture", "region"), str),
    spark_job_driver=EMRServerlessSparkJobDriver,
    hive_job_driver=EMRServerlessHiveJobDriver,
    application_configuration=list[dict[str, object]],
    runtime_configuration=list[dict[str, object]],
    tags=dict[str, str],
    execution_timeout_minutes=INT32,
)
@dataclass
class EMRServerless:
    """An application of EMR Serverless, the machine that it runs on, and a script, unless the task's function is it.

    Raises:
        UserError: FTC201 for what the plug-in refuses: no role, two scripts, Hive without a query, an unknown choice.
    """

    execution_role_arn: str
    application_id: str | None = None
    release_label: str = "emr-7.0.0"
    application_type: str = "SPARK"
    application_name: str | None = None
    sync_image: bool = True
    inject_flyte_env: bool = True
    spark_job_driver: EMRServerlessSparkJobDriver | None = None
    hive_job_driver: EMRServerlessHiveJobDriver | None = None
    spark_submit_parameters: str | None = None
    application_configuration: list[dict[str, Any]] | None = None
    runtime_configuration: list[dict[str, Any]] | None = None
    scheduler_configuration: dict[str, Any] | None = None
    auto_stop_config: dict[str, Any] | None = None
    architecture: str | None = None
    retry_policy: dict[str, Any] | None = None
    configuration_overrides: dict[str, Any] | None = None
    tags: dict[str, str] | None = None
    execution_timeout_minutes: int = 60
    initial_capacity: dict[str, Any] | None = None
    maximum_capacity: dict[str, Any] | None = None
    network_configuration: dict[str, Any] | None = None
    image_configuration: dict[str, Any] | None = None
    region: str | None = None

    def __post_init__(self) -> None:
        if not self.execution_role_arn:
            raise _invalid("EMRServerless has no execution_role_arn")
        for name, choices in _CHOICES.items():
            if (value := getattr(self, name)) and value not in choices:
                raise _invalid(f"{name} of EMRServerless is {value!r}, expected {' or '.join(choices)}")
        if not self.application_type:
            raise _invalid("EMRServerless has no application_type, expected SPARK or HIVE")
        if self.application_type == "HIVE" and self.hive_job_driver is None:
            raise _invalid("EMRServerless for HIVE has no hive_job_driver")
        if self.spark_job_driver and self.hive_job_driver:
            raise _invalid("EMRServerless has a spark_job_driver and a hive_job_driver, expected one of them")
        if self.execution_timeout_minutes < 1:
            raise _invalid(f"execution_timeout_minutes is {self.execution_timeout_minutes}, expected at least 1")

    @property
    def is_script_mode(self) -> bool:
        """Whether a script runs, and not the task's function."""
        return self.spark_job_driver is not None or self.hive_job_driver is not None

    def to_dict(self) -> dict[str, Any]:
        """The configuration as JSON data."""
        data = _given(vars(self), *_ALWAYS)
        for name in ("spark_job_driver", "hive_job_driver"):
            if name in data:
                data[name] = data[name].to_dict()
        return data


class EMRServerlessTask(AsyncConnectorExecutorMixin, PythonFunctionTask[EMRServerless]):
    """A task of type `emr_serverless`."""

    _TASK_TYPE = "emr_serverless"

    def __init__(
        self,
        task_config: EMRServerless,
        task_function: Callable[..., Any],
        container_image: Any = None,
        **kwargs: Any,
    ) -> None:
        """An image without a base is built on that of EMR Serverless."""
        super().__init__(
            task_config=task_config,
            task_function=task_function,
            task_type=self._TASK_TYPE,
            container_image=based_on(_BASE_IMAGE, container_image),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any]:  # noqa: ARG002
        """The configuration."""
        assert self.task_config is not None, "the table of configs leads here"
        return self.task_config.to_dict()


def _invalid(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location())
