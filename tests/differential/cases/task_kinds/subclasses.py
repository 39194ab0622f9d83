"""Kinds of tasks that users write: each part of the template comes from a method of theirs."""

from dataclasses import asdict, dataclass, field
from typing import Any, Callable, Dict, List, Optional

from flytekit import Resources, TaskMetadata, kwtypes, task, workflow
from flytekit.configuration import SerializationSettings
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface
from flytekit.core.python_auto_container import PythonAutoContainerTask
from flytekit.core.python_function_task import PythonFunctionTask, PythonInstanceTask
from flytekit.extend import TaskPlugins


@dataclass
class ClusterConfig:
    workers: int = 2
    image: Optional[str] = None
    options: Dict[str, Any] = field(default_factory=dict)


class ClusterTask(PythonFunctionTask[ClusterConfig]):
    """A plug-in of the repository's own."""

    def __init__(self, task_config: ClusterConfig, task_function: Callable, **kwargs):
        super().__init__(task_config, task_function, task_type="cluster", task_type_version=2, **kwargs)

    def get_custom(self, settings: SerializationSettings) -> Dict[str, Any]:
        return {**asdict(self.task_config), "project": settings.project, "default": settings.image_config.default_image.full}

    def get_config(self, settings: SerializationSettings) -> Dict[str, str]:
        return {"mode": "cluster", **(super().get_config(settings) or {})}


TaskPlugins.register_pythontask_plugin(ClusterConfig, ClusterTask)


@task(task_config=ClusterConfig(workers=4, options={"a": [1, 2.5, None, True], 3: (1, "x")}), retries=3)
def on_cluster(n: int) -> int:
    """Runs on many machines."""
    return n


@task(task_config=ClusterConfig(), cache=True, cache_version="1", requests=Resources(cpu="1"))
def with_defaults() -> str:
    return ""


class IgnoringTask(PythonFunctionTask):
    def __init__(self, task_config, task_function, **kwargs):
        super().__init__(task_config, task_function, ignore_input_vars=["session"], **kwargs)


def with_session(session: int, name: str) -> str:
    return name


ignoring = IgnoringTask(None, with_session, metadata=TaskMetadata(retries=4))


class QueueTask(PythonTask):
    _TYPE = "queue"

    def __init__(self, name: str, topic: str, schema: Dict[str, type], **kwargs):
        super().__init__(
            task_type=self._TYPE,
            name=name,
            task_config={"topic": topic},
            interface=Interface(inputs=schema, outputs=kwtypes(offset=int)),
            **kwargs,
        )

    def get_custom(self, settings):
        return self.task_config

    def get_config(self, settings):
        return {"b": "2", "a": "1"}

    def execute(self, **kwargs):
        return 1


publish = QueueTask("subclasses.publish", "orders", kwtypes(body=str, priority=int))
configured = QueueTask(
    "subclasses.configured",
    "returns",
    {"body": (str, "empty"), "tags": List[str]},
    metadata=TaskMetadata(interruptible=False, deprecated="use publish"),
    environment={"NOT": "used"},
    task_type_version=4,
    enable_deck=True,
    what_flytekit_does_not_know=True,
)


class InstanceTask(PythonInstanceTask[ClusterConfig]):
    def __init__(self, name, **kwargs):
        super().__init__(name, ClusterConfig(), task_type="instance", interface=Interface(kwtypes(n=int), kwtypes(m=int)), **kwargs)

    def get_custom(self, settings):
        return {"workers": self.task_config.workers}

    def execute(self, **kwargs):
        return 1


instance = InstanceTask("subclasses.instance", container_image="alpine:3.20", limits=Resources(mem="1Gi"))
_second = InstanceTask("second instance", metadata=TaskMetadata(cache=True, cache_version="v"))


class AutoTask(PythonAutoContainerTask):
    def execute(self, **kwargs):
        return None


auto = AutoTask("subclasses.auto", None, task_type="auto", interface=Interface(kwtypes(a=str)))


@workflow
def wf(n: int) -> int:
    offset = publish(body="x", priority=1)
    configured(tags=["a"])
    auto(a=with_defaults())
    ignoring(name="n")
    _second(n=1)
    return instance(n=on_cluster(n=offset))
