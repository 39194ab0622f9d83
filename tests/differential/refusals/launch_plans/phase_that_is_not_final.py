# flytekit: AssertionError
from flytekit import Email, LaunchPlan, WorkflowExecutionPhase, workflow


@workflow
def wf() -> None: ...


LaunchPlan.create(
    "plan",
    wf,
    notifications=[Email(phases=[WorkflowExecutionPhase.RUNNING], recipients_email=["a@example.org"])],  # expect: ?
)
