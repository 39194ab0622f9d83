# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import Workflow, task


@task
def clean_up(n: int, m: int):
    pass


wf = Workflow("wf")
wf.add_workflow_input("n", int)
wf.add_on_failure_handler(clean_up)  # expect: FTC201 workflow wf fails to handler_wants_more.clean_up, which has a further input 'm' of type int
