# flytekit: accepts
from flytekit import eager, workflow


@eager
async def e(n: int) -> int:
    return n


@workflow
def wf(n: int) -> None:
    e(n=n)  # expect: FTC202 dropped_in_a_workflow.e runs a coroutine function, so its call has to be awaited, which no workflow body can do
