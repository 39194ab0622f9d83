"""Kinds of tasks that other modules use."""

from typing import Dict, List, Optional, Type

from flytekit import Resources, kwtypes
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface
from flytekit.core.python_function_task import PythonInstanceTask
from flytekit.extend import PythonCustomizedContainerTask, ShimTaskExecutor, SQLTask
from flytekit.models.task import Sql
from flytekit.sensor.base_sensor import BaseSensor


class ModelTask(PythonInstanceTask[Dict[str, str]]):
    """Trains."""

    def __init__(self, name: str, features: List[str], **kwargs):
        interface = Interface({feature: float for feature in features}, kwtypes(score=float))
        super().__init__(name, {"features": ",".join(features)}, task_type="model", interface=interface, **kwargs)

    def get_custom(self, settings):
        return {"features": self.task_config["features"].split(","), "image": self.get_image(settings)}

    def execute(self, **kwargs):
        return 0.0


def model(name: str, *features: str) -> ModelTask:
    return ModelTask(f"kit.{name}", list(features), requests=Resources(cpu=str(len(features))))


class Loader(ShimTaskExecutor):
    def execute_from_model(self, tt, **kwargs):
        return None


class LoadTask(PythonCustomizedContainerTask[None]):
    def __init__(self, name: str, table: str, columns: Optional[Dict[str, Type]] = None, **kwargs):
        super().__init__(
            name, None, "{{.image.default}}", Loader, interface=Interface(columns, kwtypes(rows=int)), **kwargs
        )
        self.table = table

    def get_custom(self, settings):
        return {"table": self.table, "version": settings.version}


class Statement(SQLTask[None]):
    def get_sql(self, settings):
        return Sql(self.query_template, Sql.Dialect.ANSI)


class Ready(BaseSensor):
    async def poke(self, table: str) -> bool:
        return True


shared_model = model("shared", "a", "b")
ready = Ready("kit.ready")
