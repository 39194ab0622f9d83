# flytekit: ValueError
from flytekit import task
from flytekit.core.array_node import array_node


@task
def t(n: int) -> int:
    return n


array = array_node(t)  # expect: FTC201 array_node maps over PythonFunctionTask array_of_a_task.t, expected a launch plan or a reference task
