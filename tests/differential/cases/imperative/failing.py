from typing import Optional

from flytekit import Workflow, task
from flytekit.types.error import FlyteError


@task
def work(n: int) -> int:
    return n


@task
def clean_up(n: int, err: Optional[FlyteError] = None):
    pass


wf = Workflow("imperative.failing")
n = wf.add_workflow_input("n", int)
wf.add_entity(work, n=n)
wf.add_on_failure_handler(clean_up)
wf.add_entity(work, n=2)
