from typing import List

from flytekit import task, workflow
from flytekit.configuration import SerializationSettings
from flytekit.core.interface import Interface
from flytekit.core.base_task import Task, TaskResolverMixin
from flytekit.core.python_auto_container import PythonAutoContainerTask, default_task_resolver
from flytekit.core.python_function_task import PythonFunctionTask, PythonInstanceTask
from flytekit.core.tracker import TrackedInstance, extract_task_module


class Registry(TrackedInstance, TaskResolverMixin):
    """Finds tasks by the names that they are registered under."""

    def __init__(self):
        super().__init__()
        self.tasks = {}

    def name(self) -> str:
        return "registry"

    def load_task(self, loader_args: List[str]) -> PythonAutoContainerTask:
        return self.tasks[loader_args[0]]

    def loader_args(self, settings: SerializationSettings, t: PythonAutoContainerTask) -> List[str]:
        name, module, variable, _ = extract_task_module(t)
        return ["--name", t.name, "--at", f"{module}:{variable}", "--full", name, "--version", settings.version or "none"]

    def get_all_tasks(self) -> List[Task]:
        return list(self.tasks.values())


class Fixed(TaskResolverMixin):
    @property
    def location(self) -> str:
        return "elsewhere.fixed"

    def name(self) -> str:
        return "fixed"

    def load_task(self, loader_args):
        raise NotImplementedError

    def loader_args(self, settings, task):
        return []

    def get_all_tasks(self):
        return []


registry = Registry()


@task(task_resolver=registry)
def found_by_name(n: int) -> int:
    return n


@task(task_resolver=Fixed())
def fixed(n: int) -> int:
    return n


@task(task_resolver=default_task_resolver)
def plain(n: int) -> int:
    return n


class Instance(PythonInstanceTask):
    def execute(self, **kwargs):
        pass


instance = Instance("own.instance", None, interface=Interface(), task_resolver=registry)


def make() -> PythonFunctionTask:
    def inner(n: int) -> int:
        return n

    return PythonFunctionTask(None, inner, task_resolver=registry)


# No variable of the module is the function, which only the resolver has to care about.
made = make()


@workflow
def wf(n: int) -> int:
    instance()
    return made(n=plain(n=fixed(n=found_by_name(n=n))))
