"""Tasks whose container, pod or resources are values of flytekit.models that user code builds."""

from abc import ABC

from flyteidl.core import tasks_pb2
from flytekit import Resources, kwtypes, task, workflow
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface
from flytekit.core.python_auto_container import get_registerable_container_image
from flytekit.core.python_function_task import PythonFunctionTask, PythonInstanceTask
from flytekit.core.tracked_abc import FlyteTrackedABC
from flytekit.extend import TaskPlugins
from flytekit.extras.accelerators import T4
from flytekit.models import task as _task_models
from flytekit.models.task import (
    Container,
    DataLoadingConfig,
    IOStrategy,
    K8sObjectMetadata,
    K8sPod,
)
from flytekit.models.task import Resources as ResourcesModel

Entry = ResourcesModel.ResourceEntry
Name = ResourcesModel.ResourceName


class RawTask(PythonTask):
    def __init__(self, name, container):
        super().__init__("raw", name, interface=Interface(kwtypes(n=int)))
        self.container = container

    def get_container(self, settings):
        return self.container

    def get_extended_resources(self, settings):
        return tasks_pb2.ExtendedResources(gpu_accelerator=tasks_pb2.GPUAccelerator(device="own", unpartitioned=True))


raw = RawTask(
    "own_containers.raw",
    Container(
        image="alpine:3.20",
        command=["cat"],
        args=["-n", "{{.input}}"],
        resources=_task_models.Resources(
            requests=[Entry(Name.CPU, "1"), Entry(Name.EPHEMERAL_STORAGE, "2Gi"), Entry(Name.GPU, "1")],
            limits=[Entry(name=Name.MEMORY, value="1Gi")],
        ),
        env={"B": "2", "A": "1"},
        config={"z": "26", "y": "25"},
        data_loading_config=DataLoadingConfig(
            input_path="/in",
            output_path="/out",
            enabled=True,
            format=DataLoadingConfig.LITERALMAP_FORMAT_YAML,
            io_strategy=IOStrategy(IOStrategy.DOWNLOAD_MODE_STREAM, IOStrategy.UPLOAD_MODE_NO_UPLOAD),
        ),
    ),
)
smallest = RawTask("own_containers.smallest", Container("alpine", None, None, ResourcesModel([], []), {}, {}))
disabled = RawTask(
    "own_containers.disabled",
    Container("a", [], [], ResourcesModel([], []), {}, {}, DataLoadingConfig("/i", "/o", enabled=False)),
)


class PodTask(PythonInstanceTask):
    def get_container(self, settings):
        return None

    def get_k8s_pod(self, settings):
        return K8sPod(
            metadata=K8sObjectMetadata(labels={"team": "a"}, annotations={"b": "c", "a": "d"}),
            pod_spec={"containers": [{"name": "main", "args": self.get_command(settings)}], "priority": 3},
            data_config=DataLoadingConfig("/in", "/out", format=DataLoadingConfig.LITERALMAP_FORMAT_JSON),
        )

    def get_config(self, settings):
        return {"primary_container_name": "main"}

    def execute(self, **kwargs):
        pass


pod = PodTask("own_containers.pod", None, interface=Interface(), task_type="sidecar", task_type_version=2)


class BarePodTask(PythonTask):
    def get_k8s_pod(self, settings):
        return K8sPod(pod_spec={}, primary_container_name="x")


bare_pod = BarePodTask("pod", "own_containers.bare_pod", interface=Interface())


class Wrapped:
    pass


class WrappedTask(PythonFunctionTask[Wrapped]):
    def __init__(self, task_config, task_function, **kwargs):
        super().__init__(task_config, task_function, task_type="wrapped", **kwargs)

    def get_container(self, settings):
        container = super().get_container(settings)
        container.add_env("ADDED", "1")
        assert container.env["OWN"] == "2"
        return Container(
            image=container.image + "-debug",
            command=["tini", "--"],
            args=["wrap", *container.args],
            resources=container.resources,
            env=container.env,
            config=container.config,
            data_loading_config=container.data_loading_config,
        )

    def get_command(self, settings):
        return ["entrypoint", *super().get_command(settings)]


TaskPlugins.register_pythontask_plugin(Wrapped, WrappedTask)


@task(task_config=Wrapped(), environment={"OWN": "2"}, requests=Resources(cpu="1", gpu="2"), accelerator=T4)
def wrapped(n: int) -> int:
    return n


class ImageTask(PythonInstanceTask, ABC, metaclass=FlyteTrackedABC):
    def get_image(self, settings):
        return get_registerable_container_image("{{.image.default.fqn}}-own:v0", settings.image_config)

    def get_default_command(self, settings):
        return ["own", "command"]

    def execute(self, **kwargs):
        pass


own_image = ImageTask("own_containers.image", None, interface=Interface())


@workflow
def wf(n: int):
    raw(n=wrapped(n=n))
    smallest(n=1)
    pod()
    own_image()
