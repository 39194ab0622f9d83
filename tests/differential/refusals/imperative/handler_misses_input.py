# flytekit: FlyteFailureNodeInputMismatchException
from flytekit import Workflow, task


@task
def clean_up(m: int):
    pass


wf = Workflow("wf")
wf.add_workflow_input("n", int)
wf.add_on_failure_handler(clean_up)  # expect: FTC201 workflow wf fails to handler_misses_input.clean_up, which does not have its input 'n'
