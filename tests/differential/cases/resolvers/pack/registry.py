from flytekit.core.class_based_resolver import ClassStorageTaskResolver
from flytekit.core.python_function_task import PythonFunctionTask

from flytekit.core.interface import Interface


class Registry(ClassStorageTaskResolver):
    def make(self, name):
        def body(n: int) -> int:
            return n

        body.__name__ = name
        body.__qualname__ = name
        made = PythonFunctionTask(None, body, task_resolver=self)
        self.add(made)
        return made


registry = Registry()
alias = registry
first = registry.make("first")
