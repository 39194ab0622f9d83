# flytekit: TypeError
from flytekit.core.python_function_task import PythonFunctionTask
from flytekit.extend import TaskPlugins


class Config:
    pass


class First(PythonFunctionTask[Config]):
    pass


class Second(PythonFunctionTask[Config]):
    pass


TaskPlugins.register_pythontask_plugin(Config, First)
TaskPlugins.register_pythontask_plugin(Config, Second)  # expect: FTC201 Config is registered as the config of First already, not of Second
