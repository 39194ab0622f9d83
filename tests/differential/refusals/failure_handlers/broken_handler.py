# flytekit: ValueError
from flytekit import workflow


@workflow
def clean_up(n: int):
    raise ValueError("broken")  # expect: FTC207 the body of workflow broken_handler.clean_up raises ValueError: broken


@workflow(on_failure=clean_up)
def wf(n: int): ...
