"""Names of kinds of tasks, of what user-written kinds derive from, and of resolvers."""

from collections.abc import Mapping

from flytec.authoring.mention import MentionedName
from flytec.authoring.rows import Mention, Refused, Row

_A = "flytec.authoring"
_MENTIONED = Mention(MentionedName)


def _all_of(module: str, *names: str) -> dict[str, Row]:
    return {name: f"{_A}.{module}:{name}" for name in names}


def _mentioned(*names: str) -> dict[str, Row]:
    return dict.fromkeys(names, _MENTIONED)


_CONTAINER_TASK = _all_of("container_task", "ContainerTask")
_SQL = _all_of("sql", "SQLTask")
_CUSTOMIZED = _all_of("customized_container", "PythonCustomizedContainerTask")
_SHIM = _all_of("customized_container", "ExecutableTemplateShimTask", "ShimTaskExecutor")
_STORAGE = _all_of("resolvers", "ClassStorageTaskResolver")
_SENSOR = _all_of("sensors", "BaseSensor")
_FILE_SENSOR = _all_of("sensors", "FileSensor")
_WEBHOOK = _all_of("webhook", "WebhookTask")
_PICKLING = Refused("what its command lines hold differs from run to run")

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {**_CONTAINER_TASK, **_SQL},
    "flytekit.configuration": _all_of("default_images", "DefaultImages"),
    "flytekit.configuration.default_images": _all_of("default_images", "DefaultImages"),
    "flytekit.core.base_sql_task": _SQL,
    "flytekit.core.class_based_resolver": _STORAGE,
    "flytekit.core.container_task": _CONTAINER_TASK,
    "flytekit.core.python_auto_container": {
        **_all_of("resolvers", "DefaultNotebookTaskResolver", "default_notebook_task_resolver"),
        "get_registerable_container_image": f"{_A}.images:resolve_image",
    },
    "flytekit.core.python_customized_container_task": {
        **_CUSTOMIZED,
        **_all_of("customized_container", "TaskTemplateResolver", "default_task_template_resolver"),
    },
    "flytekit.core.shim_task": _SHIM,
    "flytekit.core.task": _all_of("echo", "Echo"),
    "flytekit.core.tracked_abc": _all_of("tracking", "FlyteTrackedABC"),
    "flytekit.core.tracker": _all_of("tracking", "TrackedInstance", "extract_task_module"),
    "flytekit.extend": {**_SQL, **_CUSTOMIZED, **_SHIM, **_STORAGE},
    "flytekit.extend.backend": {},
    "flytekit.extend.backend.base_agent": {
        "AgentBase": f"{_A}.connectors:ConnectorBase",
        "AgentRegistry": f"{_A}.connectors:ConnectorRegistry",
        "AsyncAgentBase": f"{_A}.connectors:AsyncConnectorBase",
        "AsyncAgentExecutorMixin": f"{_A}.connectors:AsyncConnectorExecutorMixin",
        "SyncAgentBase": f"{_A}.connectors:SyncConnectorBase",
        "SyncAgentExecutorMixin": f"{_A}.connectors:SyncConnectorExecutorMixin",
        **_all_of("connectors", "Resource", "ResourceMeta", "TaskCategory"),
    },
    "flytekit.extend.backend.base_connector": _all_of(
        "connectors",
        *("AsyncConnectorBase", "AsyncConnectorExecutorMixin", "ConnectorBase", "ConnectorRegistry", "Resource"),
        *("ResourceMeta", "SyncConnectorBase", "SyncConnectorExecutorMixin", "TaskCategory"),
    ),
    "flytekit.extend.backend.utils": _mentioned(
        *("convert_to_flyte_phase", "get_agent_secret", "get_connector_secret", "is_terminal_phase"),
        *("mirror_async_methods", "render_task_template"),
    ),
    "flytekit.extras.cloud_pickle_resolver": {
        "ExperimentalNaiveCloudPickleResolver": _PICKLING,
        "experimental_cloud_pickle_resolver": _PICKLING,
    },
    "flytekit.extras.sqlite3": {},
    "flytekit.extras.sqlite3.task": {
        **_all_of("sqlite", "SQLite3Config", "SQLite3Task", "SQLite3TaskExecutor"),
        **_mentioned("unarchive_file"),
    },
    "flytekit.extras.tasks": {},
    "flytekit.extras.tasks.shell": {
        **_all_of("shell", "OutputLocation", "ProcessResult", "RawShellTask", "ShellTask", "get_raw_shell_task"),
        **_mentioned("subproc_execute"),
    },
    "flytekit.extras.webhook": {**_WEBHOOK, **_mentioned("WebhookConnector")},
    "flytekit.extras.webhook.connector": _mentioned("WebhookConnector"),
    "flytekit.extras.webhook.task": _WEBHOOK,
    "flytekit.models.task": {
        **_all_of(
            "models_task",
            *("Container", "DataLoadingConfig", "IOStrategy", "K8sObjectMetadata", "K8sPod", "Resources", "Sql"),
        ),
        **_mentioned("CompiledTask", "RuntimeMetadata", "Task", "TaskClosure", "TaskExecutionMetadata", "TaskMetadata"),
        **_mentioned("TaskSpec", "TaskTemplate"),
    },
    "flytekit.sensor": {**_SENSOR, **_FILE_SENSOR, **_mentioned("SensorEngine")},
    "flytekit.sensor.base_sensor": _all_of("sensors", "BaseSensor", "SensorConfig", "SensorMetadata"),
    "flytekit.sensor.file_sensor": _FILE_SENSOR,
    "flytekit.sensor.sensor_engine": _mentioned("SensorEngine"),
}
