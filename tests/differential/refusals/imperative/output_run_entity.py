# flytekit: FlyteAssertion
from typing import NamedTuple

from flytekit import Workflow, task

Result = NamedTuple("Result", run_entity=int, other=int)


@task
def t() -> Result:
    return Result(1, 2)


wf = Workflow("wf")
wf.add_entity(t)  # expect: FTC202 output 'run_entity' of output_run_entity.t has the name of an attribute of every node
