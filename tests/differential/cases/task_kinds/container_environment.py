from flytekit import ContainerTask, task
from flytekit.core.interface import Interface
from flytekit.core.python_function_task import PythonInstanceTask

inherited = ContainerTask("inherited", "alpine", ["env"])
overridden = ContainerTask("overridden", "alpine", ["env"], environment={"MODE": "fast", "EXTRA": "1"})


class Instance(PythonInstanceTask):
    def execute(self, **kwargs):
        pass


instance = Instance("environment.instance", None, interface=Interface(), environment={"MODE": "own"})


@task(environment={"MODE": "own"})
def t():
    pass
