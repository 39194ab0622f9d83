# flytekit: TypeError
from flytekit import task
from flytekit.core.base_task import TaskResolverMixin


class Own(TaskResolverMixin):
    def name(self):
        return "own"

    def loader_args(self, settings, task):
        return []


@task(task_resolver=Own())  # expect: FTC201 task no_location.t: resolver Own has no location, so the container could not find it
def t(n: int) -> int:
    return n
