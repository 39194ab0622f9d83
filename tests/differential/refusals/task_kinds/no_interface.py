# flytekit: AttributeError
from flytekit.core.python_function_task import PythonInstanceTask


class Own(PythonInstanceTask):
    def execute(self, **kwargs):
        pass


own = Own("own", None)  # expect: FTC201 task own: it has no interface, which flytekit cannot serialize
