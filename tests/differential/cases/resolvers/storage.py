"""Tasks that a resolver keeps: the container asks it by position."""

from typing import List

from flytekit import Workflow, workflow
from flytekit.core.class_based_resolver import ClassStorageTaskResolver
from flytekit.core.python_function_task import PythonFunctionTask


class Builder(ClassStorageTaskResolver):
    """Makes tasks out of functions that no module holds."""

    def name(self) -> str:
        return "builder"

    def adder(self, amount: int) -> PythonFunctionTask:
        def add(n: int) -> int:
            return n + amount

        add.__name__ = f"add_{amount}"
        made = PythonFunctionTask(task_config=None, task_function=add, task_resolver=self)
        self.add(made)
        return made


builder = Builder()
adders = [builder.adder(amount) for amount in (1, 2, 3)]
other_builder = Builder()
last = other_builder.adder(4)

wf = Workflow("storage.imperative")
value = wf.add_workflow_input("n", int)
for adder in adders:
    value = wf.add_entity(adder, n=value).o0
wf.add_workflow_output("sum", value)


@workflow
def decorated(n: int) -> int:
    return last(n=adders[0](n=n))
