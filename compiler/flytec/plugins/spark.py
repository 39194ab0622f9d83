"""Spark: on Kubernetes, and by Databricks (`flytekitplugins.spark`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import takes
from flytec.authoring.connectors import AsyncConnectorExecutorMixin
from flytec.authoring.function_task import PythonFunctionTask
from flytec.authoring.image_spec import ImageSpec
from flytec.authoring.pod_template import PodTemplate
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.plugins.messages import filled, json_data, k8s_pod, struct
from flytec.settings.target import FLYTEKIT_TARGET_VERSION

if TYPE_CHECKING:
    from flytec.ir import pb
    from flytec.settings.serialization import SerializationSettings

_KINDS: dict[str, Any] = {
    "spark_conf": dict[str, str],
    "hadoop_conf": dict[str, str],
    "executor_path": str,
    "applications_path": str,
    "driver_pod": PodTemplate,
    "executor_pod": PodTemplate,
}
_DATABRICKS_KINDS: dict[str, Any] = {**_KINDS, "databricks_conf": dict, "databricks_instance": str}

# What the connector for Databricks reads beside flyteidl's SparkJob, each where it is given.
_BESIDE_THE_MESSAGE = {
    "databricks_service_credential_provider": "databricksServiceCredentialProvider",
    "databricks_token_secret": "databricksTokenSecret",
    "databricks_auth_type": "databricksAuthType",
    "databricks_client_id": "databricksClientId",
    "databricks_oauth_secret": "databricksOauthSecret",
    "databricks_oidc_token_file": "databricksOidcTokenFile",
    "databricks_oidc_audience": "databricksOidcAudience",
    "notebook_path": "notebookPath",
    "notebook_base_parameters": "notebookBaseParameters",
}


@takes("Spark", **_KINDS)
@dataclass
class Spark:
    """A Spark cluster for one task: its settings, the driver's program, and the pods."""

    spark_conf: dict[str, str] | None = None
    hadoop_conf: dict[str, str] | None = None
    executor_path: str | None = None
    applications_path: str | None = None
    driver_pod: PodTemplate | None = None
    executor_pod: PodTemplate | None = None

    def __post_init__(self) -> None:
        self.spark_conf = {} if self.spark_conf is None else self.spark_conf
        self.hadoop_conf = {} if self.hadoop_conf is None else self.hadoop_conf


@takes("Databricks", **_DATABRICKS_KINDS)
@dataclass
class Databricks(Spark):
    """A job of Databricks that is a task of type `spark`; `DatabricksV2` came after it."""

    databricks_conf: dict[str, Any] | None = None
    databricks_instance: str | None = None

    def __post_init__(self) -> None:
        _require_conf(self)


@takes(
    "DatabricksV2",
    **_DATABRICKS_KINDS,
    **{name: str for name in _BESIDE_THE_MESSAGE if name != "notebook_base_parameters"},
    notebook_base_parameters=dict,
)
@dataclass
class DatabricksV2(Spark):
    """A job of Databricks, on a cluster or without a server, of Python or of a notebook."""

    databricks_conf: dict[str, Any] | None = None
    databricks_instance: str | None = None
    databricks_service_credential_provider: str | None = None
    databricks_token_secret: str | None = None
    databricks_auth_type: str | None = None
    databricks_client_id: str | None = None
    databricks_oauth_secret: str | None = None
    databricks_oidc_token_file: str | None = None
    databricks_oidc_audience: str | None = None
    notebook_path: str | None = None
    notebook_base_parameters: dict[str, str] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_conf(self)


@takes("GenericSparkConf", "applications_path", main_class=str, **_KINDS)
@dataclass
class GenericSparkConf:
    """A program for Spark that is not the task's function."""

    main_class: str
    applications_path: str
    spark_conf: dict[str, str] | None = None
    hadoop_conf: dict[str, str] | None = None

    def __post_init__(self) -> None:
        self.spark_conf = {} if self.spark_conf is None else self.spark_conf
        self.hadoop_conf = {} if self.hadoop_conf is None else self.hadoop_conf


class PysparkFunctionTask(AsyncConnectorExecutorMixin, PythonFunctionTask[Spark]):
    """A task whose function runs as the driver of a Spark cluster."""

    _SPARK_TASK_TYPE = "spark"

    def __init__(
        self,
        task_config: Spark,
        task_function: Callable[..., Any],
        container_image: str | ImageSpec | None = None,
        **kwargs: Any,
    ) -> None:
        self.sess = None
        self._default_executor_path = task_config.executor_path
        self._default_applications_path = task_config.applications_path
        if isinstance(container_image, ImageSpec) and container_image.base_image is None:
            container_image = _on_spark_image(container_image)
            self._default_executor_path = self._default_executor_path or "/usr/bin/python3"
            self._default_applications_path = self._default_applications_path or "local:///usr/local/bin/entrypoint.py"
        super().__init__(
            task_config=task_config,
            task_type="databricks" if isinstance(task_config, DatabricksV2) else "spark",
            task_function=task_function,
            container_image=container_image,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:
        """`flyteidl.plugins.SparkJob` as JSON data, and beside it what only Databricks' connector knows."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        what = f"the {type(config).__name__} config"
        fields: dict[str, Any] = {}
        if isinstance(config, (Databricks, DatabricksV2)):
            fields["databricksConf"] = struct(config.databricks_conf or {}, "databricks_conf")
            fields["databricksInstance"] = config.databricks_instance
        custom: dict[str, Any] = _spark_job(
            what,
            config,
            mainApplicationFile=self._default_applications_path or f"local://{settings.entrypoint_settings.path}",
            executorPath=self._default_executor_path or settings.python_interpreter,
            driverPod=self.to_k8s_pod(config.driver_pod),
            executorPod=self.to_k8s_pod(config.executor_pod),
            **fields,
        )
        if isinstance(config, DatabricksV2):
            beside = ((key, getattr(config, name)) for name, key in _BESIDE_THE_MESSAGE.items())
            custom.update((key, value) for key, value in beside if value)
        return custom

    def to_k8s_pod(self, pod_template: PodTemplate | None = None) -> pb.K8sPod | None:
        """The pod of the driver or of the executors."""
        return k8s_pod(pod_template, "a pod of Spark")


class GenericSparkTask(PythonFunctionTask[GenericSparkConf]):
    """A task that runs a program for Spark."""

    def __init__(
        self,
        task_config: GenericSparkConf,
        task_function: Callable[..., Any],
        container_image: str | ImageSpec | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            task_config=task_config,
            task_type="spark",
            task_function=task_function,
            container_image=container_image,
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:
        """`flyteidl.plugins.SparkJob` as JSON data; flytekit calls the program one of Python, whatever it is."""
        config = self.task_config
        assert config is not None, "the constructor has one"
        return _spark_job(
            "the GenericSparkConf config",
            config,
            mainApplicationFile=f"local://{config.applications_path}",
            mainClass=config.main_class,
            executorPath=settings.python_interpreter,
        )


def _spark_job(what: str, config: Spark | GenericSparkConf, **fields: Any) -> dict[str, Any]:
    from flytec.ir.plugins import SparkApplication, SparkJob

    fields.setdefault("databricksConf", {})
    job = filled(
        SparkJob,
        what,
        applicationType=SparkApplication.PYTHON,
        sparkConf=config.spark_conf,
        hadoopConf=config.hadoop_conf,
        **fields,
    )
    data: dict[str, Any] = json_data(job)
    return data


def _on_spark_image(image: ImageSpec) -> ImageSpec:
    """An image without a base is built on flytekit's own for Spark, whose Python is the system's."""
    suffix = "latest" if "dev" in FLYTEKIT_TARGET_VERSION else FLYTEKIT_TARGET_VERSION
    based = dataclasses.replace(image, base_image=f"cr.flyte.org/flyteorg/flytekit:spark-{suffix}")
    if image.builder == "default":
        return dataclasses.replace(based, python_exec="/usr/bin/python3")
    return based


def _require_conf(config: Databricks | DatabricksV2) -> None:
    if config.databricks_conf is None:
        raise user_error(
            INVALID_DECLARATION,
            f"{type(config).__name__} has no databricks_conf, which flytekit cannot serialize",
            at=caller_location(),
            hint="pass databricks_conf, the request that Databricks gets",
        )
