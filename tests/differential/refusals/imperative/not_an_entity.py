# flytekit: AssertionError
from flytekit import Workflow


def f(n: int) -> int:
    return n


wf = Workflow("wf")
wf.add_entity(f, n=1)  # expect: FTC202 create_node is given function f, expected a task, workflow or launch plan
