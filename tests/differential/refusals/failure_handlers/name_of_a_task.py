# flytekit: AttributeError
from flytekit import workflow


@workflow(on_failure="clean_up")  # expect: FTC201 on_failure of workflow name_of_a_task.wf is 'clean_up', expected a task or workflow
def wf(n: int): ...
