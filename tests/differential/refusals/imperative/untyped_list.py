# flytekit: FlyteValidationException
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
node = wf.add_entity(t, n=1)
wf.add_workflow_output("o", [node.o0])  # expect: FTC204 output 'o' of workflow wf has no type and is bound to [Promise(node:n0.o0.[])], which does not tell one
