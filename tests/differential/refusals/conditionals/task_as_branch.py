# flytekit: AttributeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n > 1).then(t).else_().then(t(n=n))  # expect: FTC214 if_ of conditional 'c' has PythonFunctionTask task_as_branch.t as its result, expected the result of a call
