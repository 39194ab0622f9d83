# flytekit: FlyteSystemException
from flytekit.core.interface import Interface
from flytekit.core.python_function_task import PythonInstanceTask


class Own(PythonInstanceTask):
    def execute(self, **kwargs):
        pass


kept = [Own("own", None, interface=Interface())]  # expect: FTC105 task own: no variable of module `instance_without_variable` holds the instance of `Own` made there; the container finds it by its variable
