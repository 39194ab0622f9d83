# flytekit: ValueError
from flytekit import workflow
from flytekit.core.legacy_map_task import map_task


@workflow
def wf(n: int) -> int:
    return n


mapped = map_task(wf)  # expect: FTC201 map_task is given PythonFunctionWorkflow legacy_over_a_workflow.wf, expected a task of a Python function, or a PythonInstanceTask
