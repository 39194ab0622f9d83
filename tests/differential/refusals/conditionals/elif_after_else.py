# flytekit: FlyteValidationException
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    begun = conditional("c").if_(n > 1).then(t(n=n))
    begun.else_().then(t(n=n))
    return begun.elif_(n > 2).then(t(n=2))  # expect: FTC214 conditional 'c' goes on with elif_, but has ended with else_ already
