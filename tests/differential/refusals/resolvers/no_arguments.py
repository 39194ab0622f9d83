# flytekit: TypeError
from flytekit import task
from flytekit.core.base_task import TaskResolverMixin
from flytekit.core.tracker import TrackedInstance


class Own(TrackedInstance, TaskResolverMixin):
    pass


own = Own()


@task(task_resolver=own)  # expect: FTC201 task no_arguments.t: resolver Own has no loader_args, which the container would need
def t(n: int) -> int:
    return n
