from flytekit import task
from flytekit.core.python_auto_container import default_notebook_task_resolver


@task(task_resolver=default_notebook_task_resolver)
def t(n: int) -> int:
    return n
