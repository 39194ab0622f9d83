# flytekit: AssertionError
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
n = wf.add_workflow_input("n", int)
wf.create_conditional("fork").if_(n > 3).then(t(n=n)).else_().then(t(n=1))  # expect: FTC200 imperative workflow wf creates conditional 'fork', which flytekit does not let it branch
