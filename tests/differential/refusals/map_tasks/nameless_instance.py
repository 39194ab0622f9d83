# flytekit: FlyteSystemException
from flytekit import PythonInstanceTask, map_task
from flytekit.core.interface import Interface


class Nothing(PythonInstanceTask[None]):
    def execute(self, **kwargs) -> None: ...


mapped = map_task(Nothing("nothing", None, interface=Interface({"n": int})))  # expect: FTC105 no variable of module `nameless_instance` holds the instance of `Nothing` made there; the container finds it by its variable
