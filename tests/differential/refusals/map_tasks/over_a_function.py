# flytekit: ValueError
from flytekit import map_task


def double(n: int) -> int:
    return 2 * n


mapped = map_task(double)  # expect: FTC201 map_task is given function double, expected a @task that is neither @dynamic nor @eager, a PythonInstanceTask or a launch plan
