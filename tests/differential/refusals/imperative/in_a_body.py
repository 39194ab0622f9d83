# flytekit: RuntimeError
from flytekit import Workflow, task, workflow


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")


@workflow
def outer(n: int) -> int:
    wf.add_entity(t, n=n)  # expect: FTC201 workflow wf is added to in the body of another workflow, expected outside of bodies
    return t(n=n)
