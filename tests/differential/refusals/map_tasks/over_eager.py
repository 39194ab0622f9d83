# flytekit: ValueError
from flytekit import eager, map_task


@eager
async def e(n: int) -> int:
    return n


mapped = map_task(e)  # expect: FTC201 map_task is given EagerAsyncPythonFunctionTask over_eager.e, expected a @task that is neither @dynamic nor @eager, a PythonInstanceTask or a launch plan
