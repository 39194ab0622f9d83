from flytekit import task, workflow

from ..registry import Registry, first, registry

second = registry.make("second")
local_registry = Registry()
third = local_registry.make("third")


@workflow
def wf(n: int) -> int:
    @task
    def inside(n: int) -> int:
        return n

    return inside(n=third(n=second(n=first(n=n))))
