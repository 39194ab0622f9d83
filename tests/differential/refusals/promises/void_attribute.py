# flytekit: AttributeError
from flytekit import task, workflow


@task
def nothing() -> None: ...


@task
def t(n: int) -> int:
    return n


@workflow
def wf() -> int:
    return t(n=nothing().value)  # expect: FTC207 the body of workflow void_attribute.wf raises AttributeError: 'VoidPromise' object has no attribute 'value'
