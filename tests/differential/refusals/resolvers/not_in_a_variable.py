# flytekit: FlyteSystemException
from flytekit import task
from flytekit.core.class_based_resolver import ClassStorageTaskResolver


@task(task_resolver=ClassStorageTaskResolver())  # expect: FTC105 task not_in_a_variable.t: no variable of module `not_in_a_variable` holds the instance of `ClassStorageTaskResolver` made there; the container finds it by its variable
def t(n: int) -> int:
    return n
