# flytekit: ValueError
from flytekit import task
from flytekit.core.class_based_resolver import ClassStorageTaskResolver

resolver = ClassStorageTaskResolver()


@task(task_resolver=resolver)  # expect: FTC201 task unknown_task.t: its resolver ClassStorageTaskResolver does not know it, so the container could not find it
def t(n: int) -> int:
    return n
