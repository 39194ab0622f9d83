# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").else_().then(t(n=n))  # expect: FTC207 the body of workflow else_at_once.wf raises AttributeError: 'ConditionalSection' object has no attribute 'else_'
