"""Tasks declared in workflow bodies: the workflow is their resolver and part of their names."""

from flytekit import Workflow, kwtypes, task, workflow
from flytekit.core.interface import Interface
from flytekit.core.python_function_task import PythonInstanceTask
from flytekit.extras.tasks.shell import ShellTask


class Instance(PythonInstanceTask):
    def __init__(self, name):
        super().__init__(name, None, interface=Interface(kwtypes(n=int), kwtypes(m=int)))

    def execute(self, **kwargs):
        return 1


@task
def outside(n: int) -> int:
    return n


@workflow
def with_functions(n: int) -> int:
    @task
    def inside(n: int) -> int:
        return n

    @task(retries=3)
    def again(n: int) -> int:
        return n

    return again(n=inside(n=outside(n=inside(n=n))))


@workflow
def with_instances(n: int) -> int:
    instance = Instance("made-inside")
    shell = ShellTask(name="shell-inside", script="true", inputs=kwtypes(n=int))
    value = instance(n=n)
    shell(n=value)
    return value


@workflow
def outer(n: int) -> int:
    @task
    def inside(n: int) -> int:
        return n

    return with_functions(n=inside(n=n))


@workflow
def unused() -> int:
    @task
    def never_called() -> int:
        return 1

    return outside(n=3)


imperative = Workflow("in_bodies.imperative")
# Adding a workflow compiles it at once, while the module is imported.
node = imperative.add_subwf(with_functions, n=3)
imperative.add_workflow_output("n", node.o0)
