# flytekit: KeyError
from flytekit import Workflow, task


@task
def t():
    pass


wf = Workflow("wf")
node = wf.add_entity(t)
wf.add_workflow_output("o", node.outputs["o0"])  # expect: FTC101 module void_output raises KeyError: 'o0'
