# flytekit: TypeTransformerFailedError
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
node = wf.add_entity(t, n=1)
wf.add_entity(t, n=node)  # expect: FTC206 'n' of node_as_input.t: the value is a Node, expected int
