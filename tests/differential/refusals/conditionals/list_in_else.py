# flytekit: accepts
from flytekit import conditional, task, workflow


@task
def log(n: int): ...


@workflow
def wf(n: int):
    conditional("c").if_(n > 1).then(log(n=n)).else_().then([log(n=n)])  # expect: FTC214 else_ of conditional 'c' has a list as its result, expected the result of a call
