# flytekit: FlyteValidationException
from flytekit import eager, workflow


@eager
async def e(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return e(n=n)  # expect: FTC202 called_in_a_workflow.e runs a coroutine function, so its call has to be awaited, which no workflow body can do
