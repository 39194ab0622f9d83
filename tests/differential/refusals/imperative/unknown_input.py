# flytekit: AssertionError
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
wf.add_entity(t, n=1, m=2)  # expect: FTC202 unknown_input.t: input 'm' is given, which it does not have; it has 'n'
