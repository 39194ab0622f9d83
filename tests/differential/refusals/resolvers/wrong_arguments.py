# flytekit: TypeError
from flytekit import task
from flytekit.core.base_task import TaskResolverMixin
from flytekit.core.tracker import TrackedInstance


class Own(TrackedInstance, TaskResolverMixin):
    def name(self):
        return "own"

    def loader_args(self, settings, task):
        return [1]


own = Own()


@task(task_resolver=own)  # expect: FTC201 task wrong_arguments.t: a part of the args of the container is 1, expected text
def t(n: int) -> int:
    return n
