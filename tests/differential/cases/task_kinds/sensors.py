import datetime
from dataclasses import asdict, dataclass
from typing import Any, Dict, List, Optional

from flytekit import TaskMetadata, task, workflow
from flytekit.sensor.base_sensor import BaseSensor
from flytekit.sensor.file_sensor import FileSensor

file_sensor = FileSensor(name="sensors.file")
patient = FileSensor(name="sensors.patient", timeout=datetime.timedelta(hours=3))
seconds = FileSensor("sensors.seconds", 30)
both = FileSensor("sensors.both", datetime.timedelta(days=2), metadata=TaskMetadata(retries=2))


@dataclass
class TableConfig:
    warehouse: str
    tables: List[str]
    retries: int = 3

    def to_dict(self) -> Dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, d: Dict[str, Any]) -> "TableConfig":
        return cls(**d)


class TableSensor(BaseSensor):
    """Waits for a table."""

    def __init__(self, name: str, config: Optional[TableConfig] = None, **kwargs):
        super().__init__(name=name, sensor_config=config, **kwargs)

    async def poke(self, table: str, partitions: List[str], minimum: int = 3) -> bool:
        """Looks once."""
        return True


table_sensor = TableSensor("sensors.table", TableConfig("main", ["a", "b"]))
own_type = TableSensor("sensors.own_type", task_type="table-sensor", metadata=TaskMetadata(interruptible=True))


class NoInputs(BaseSensor):
    async def poke(self) -> bool:
        return False


ready = NoInputs(name="sensors.ready")


@task
def load(path: str):
    pass


@workflow
def wf(path: str):
    file_sensor(path=path) >> load(path=path)
    table_sensor(table="t", partitions=["p"], minimum=1)
    ready() >> patient(path="x")
