# flytekit: ValueError
from flytekit import dynamic, map_task


@dynamic
def d(n: int) -> int:
    return n


mapped = map_task(d)  # expect: FTC201 map_task is given PythonFunctionTask over_dynamic.d, expected a @task that is neither @dynamic nor @eager, a PythonInstanceTask or a launch plan
