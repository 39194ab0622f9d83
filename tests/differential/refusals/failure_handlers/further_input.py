# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import task, workflow


@task
def clean_up(n: int, more: int = 3): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow further_input.wf fails to further_input.clean_up, which has a further input 'more' of type int
def wf(n: int): ...
