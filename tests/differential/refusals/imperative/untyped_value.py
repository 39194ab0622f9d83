# flytekit: AttributeError
from flytekit import Workflow

wf = Workflow("wf")
wf.add_workflow_output("o", 3)  # expect: FTC204 output 'o' of workflow wf has no type and is bound to 3, which does not tell one
