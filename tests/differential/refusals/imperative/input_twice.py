# flytekit: FlyteValidationException
from flytekit import Workflow

wf = Workflow("wf")
wf.add_workflow_input("n", int)
wf.add_workflow_input("n", str)  # expect: FTC201 workflow wf has an input 'n' already
