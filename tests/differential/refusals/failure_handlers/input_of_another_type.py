# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import task, workflow


@task
def clean_up(n: str): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow input_of_another_type.wf fails to input_of_another_type.clean_up, which takes input 'n' as str, not as int
def wf(n: int): ...
