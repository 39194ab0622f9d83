"""What flytekit takes without a word."""

from flytekit import ContainerTask, kwtypes
from flytekit.core.interface import Interface
from flytekit.core.python_function_task import PythonInstanceTask
from flytekit.sensor.base_sensor import BaseSensor

# A text is a sequence of letters.
letters = ContainerTask("letters", "alpine", "ls")


class NeverRuns(PythonInstanceTask):
    pass


never_runs = NeverRuns("never-runs", None, interface=Interface(kwtypes(n=int)))


class Untyped(BaseSensor):
    async def poke(self, table) -> bool:
        return True


untyped = Untyped("untyped")


class Anything(BaseSensor):
    async def poke(self, *args: str, **kwargs: int) -> bool:
        return True


anything = Anything("anything")


class Infinite(PythonInstanceTask):
    def get_custom(self, settings):
        return {"limit": float("inf"), "nested": {"none": None, "empty": {}, "list": []}, 5: {True: 1}}


infinite = Infinite("infinite", None, interface=Interface())
