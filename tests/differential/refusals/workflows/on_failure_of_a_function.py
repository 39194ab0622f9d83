# flytekit: AttributeError
from flytekit import workflow


def clean_up(n: int) -> None: ...


@workflow(on_failure=clean_up)  # expect: FTC201 on_failure of workflow on_failure_of_a_function.wf is function clean_up, expected a task or workflow
def wf(n: int) -> int:
    return n
