# flytekit: TypeTransformerFailedError
from flytekit import Workflow

wf = Workflow("wf")  # expect: FTC206 'o' of the outputs of wf: 'text' is a str, expected int
wf.add_workflow_output("o", "text", python_type=int)
