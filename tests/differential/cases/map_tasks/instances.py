"""Map tasks over tasks of other classes than flytekit's plainest one."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Optional

from flytekit import PythonFunctionTask, PythonInstanceTask, kwtypes, map_task, task, workflow
from flytekit.configuration import SerializationSettings
from flytekit.core.interface import Interface
from flytekit.extend import TaskPlugins


@dataclass
class Engine:
    workers: int = 1


class EngineTask(PythonFunctionTask[Engine]):
    def __init__(self, task_config: Engine, task_function: Callable, **kwargs):
        super().__init__(task_config, task_function, task_type="engine", **kwargs)

    def get_custom(self, settings: SerializationSettings) -> Dict[str, Any]:
        return {"workers": self.task_config.workers}

    def get_config(self, settings: SerializationSettings) -> Optional[Dict[str, str]]:
        return {"engine": "v8"}


TaskPlugins.register_pythontask_plugin(Engine, EngineTask)


class Repeat(PythonInstanceTask[None]):
    def __init__(self, name: str, **kwargs):
        interface = Interface(kwtypes(text=str, times=int), kwtypes(result=str))
        super().__init__(name, None, task_type="repeat", interface=interface, **kwargs)

    def execute(self, **kwargs) -> str:
        return kwargs["text"] * kwargs["times"]


class Wrapped(PythonInstanceTask[None]):
    def __init__(self, name: str):
        super().__init__(name, None, interface=Interface(kwtypes(text=str)))

    def get_command(self, settings: SerializationSettings) -> List[str]:
        return ["wrapper", "--", *super().get_command(settings)]

    def execute(self, **kwargs) -> None: ...


@task(task_config=Engine(workers=4))
def on_engine(n: int) -> int:
    return n


@task
async def later(n: int) -> int:
    return n


repeat = Repeat("repeat", environment={"A": "b"})
wrapped = Wrapped("wrapped")
mapped_repeat = map_task(repeat, concurrency=2)


@workflow
def functions(ns: List[int]) -> List[int]:
    a = map_task(on_engine)(n=ns)
    return map_task(later)(n=a)


@workflow
def configured(ns: List[int]) -> List[int]:
    return map_task(on_engine, 2)(n=ns).with_overrides(task_config=Engine(workers=16))


@workflow
def instances(texts: List[str], counts: List[int]) -> List[str]:
    map_task(wrapped)(text=texts)
    repeated = mapped_repeat(text=texts, times=counts)
    return map_task(partial(repeat, times=3))(text=repeated)
