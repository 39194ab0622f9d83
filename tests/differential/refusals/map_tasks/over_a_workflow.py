# flytekit: ValueError
from flytekit import map_task, workflow


@workflow
def wf(n: int) -> int:
    return n


mapped = map_task(wf)  # expect: FTC201 map_task is given PythonFunctionWorkflow over_a_workflow.wf, expected a @task that is neither @dynamic nor @eager, a PythonInstanceTask or a launch plan
