# flytekit: KeyError
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
wf.add_entity(t, n=wf.inputs["n"])  # expect: FTC101 module unknown_input_name raises KeyError: 'n'
