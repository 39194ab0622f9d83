# flytekit: FlyteAssertion
from typing import NamedTuple

from flytekit import Workflow, task

Result = NamedTuple("Result", metadata=int, other=int)


@task
def t() -> Result:
    return Result(1, 2)


wf = Workflow("wf")
wf.add_entity(t)  # expect: FTC202 output 'metadata' of output_metadata.t has the name of an attribute of every node
