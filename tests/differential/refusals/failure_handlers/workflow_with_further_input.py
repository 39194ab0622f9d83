# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import task, workflow


@task
def t(n: int): ...


@workflow
def clean_up(n: int, more: str):
    t(n=n)


@workflow(on_failure=clean_up)  # expect: FTC201 workflow workflow_with_further_input.wf fails to workflow_with_further_input.clean_up, which has a further input 'more' of type str
def wf(n: int): ...
