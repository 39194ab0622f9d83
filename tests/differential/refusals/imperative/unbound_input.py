# flytekit: FlyteAssertion
from flytekit import Workflow, task


@task
def t(n: int) -> int:
    return n


wf = Workflow("wf")
wf.add_entity(t)  # expect: FTC202 unbound_input.t: input 'n' of type int is not given
