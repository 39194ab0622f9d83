# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import task, workflow
from flytekit.types.error.error import FlyteError


@task
def clean_up(n: int, err: FlyteError): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow error_that_is_not_optional.wf fails to error_that_is_not_optional.clean_up, which has a further input 'err' of type FlyteError
def wf(n: int): ...
