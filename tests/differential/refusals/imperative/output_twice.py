# flytekit: FlyteValidationException
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
node = wf.add_entity(t, n=1)
wf.add_workflow_output("o", node.o0)
wf.add_workflow_output("o", node.o0)  # expect: FTC201 workflow wf has an output 'o' already
