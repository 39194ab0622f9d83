# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n).with_overrides(requests={"cpu": "1"})  # expect: FTC201 requests of node n0 is {'cpu': '1'}, expected flytekit.Resources
