# flytekit: FlyteValidationException
from flytekit import task, workflow


@task
async def t(n: int) -> int:
    return n


@workflow  # expect: FTC201 workflow async_workflow.wf is a coroutine function, expected a plain one
async def wf(n: int) -> int:
    return await t(n=n)
