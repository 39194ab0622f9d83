# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import task, workflow


@task
def clean_up(): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow input_missing.wf fails to input_missing.clean_up, which does not have its input 'n'
def wf(n: int): ...
