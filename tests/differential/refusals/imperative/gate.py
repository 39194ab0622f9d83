# flytekit: AssertionError
from flytekit import Workflow, approve, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
node = wf.add_entity(t, n=1)
wf.add_entity(approve, n=node.o0)  # expect: FTC202 create_node is given function approve, expected a task, workflow or launch plan
