# flytekit: AttributeError
from flytekit import Workflow

wf = Workflow("wf")
n = wf.add_workflow_input("n", int)
wf.add_workflow_output("o", n)  # expect: FTC204 output 'o' of workflow wf has no type and is bound to the workflow's own input 'n', which does not tell one
