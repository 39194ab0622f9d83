from typing import Any, Dict, List

from flytekit import Resources, Secret, TaskMetadata, kwtypes, workflow
from flytekit.configuration import SerializationSettings
from flytekit.core.interface import Interface
from flytekit.extend import PythonCustomizedContainerTask, ShimTaskExecutor


class Executor(ShimTaskExecutor):
    def execute_from_model(self, tt, **kwargs) -> Any:
        return None


class Customized(PythonCustomizedContainerTask[Dict[str, str]]):
    def __init__(self, name: str, **kwargs):
        super().__init__(
            name=name,
            task_config={"a": "b"},
            container_image=kwargs.pop("container_image", "{{.image.default.fqn}}:own"),
            executor_type=Executor,
            task_type="customized",
            interface=Interface(kwtypes(n=int, names=List[str]), kwtypes(m=int)),
            **kwargs,
        )

    def get_custom(self, settings: SerializationSettings) -> Dict[str, Any]:
        return dict(self.task_config)


plain = Customized("customized.plain")
full = Customized(
    "customized.full",
    requests=Resources(cpu="1"),
    limits=Resources(mem="2Gi"),
    environment={"STAGE": "own", "X": "y"},
    secret_requests=[Secret(group="g", key="k")],
    metadata=TaskMetadata(retries=3),
    container_image=None,
    task_type_version=5,
)


class Configured(Customized):
    def get_config(self, settings):
        return {"k": "v"}

    def get_command(self, settings):
        return super().get_command(settings) + ["extra"]


configured = Configured("customized.configured")


@workflow
def wf(n: int) -> int:
    return plain(n=full(n=n, names=["x"]), names=[])
