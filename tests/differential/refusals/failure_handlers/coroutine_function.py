# flytekit: AssertionError
from flytekit import task, workflow


@task
async def clean_up(n: int): ...


@workflow(on_failure=clean_up)  # expect: FTC202 coroutine_function.clean_up runs a coroutine function, so its call has to be awaited, which no workflow body can do
def wf(n: int): ...
