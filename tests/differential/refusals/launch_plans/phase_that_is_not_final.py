# flytekit: AssertionError
from flytekit import Email, LaunchPlan, WorkflowExecutionPhase, workflow


@workflow
def wf() -> None: ...


LaunchPlan.create(
    "plan",
    wf,
    notifications=[Email(phases=[WorkflowExecutionPhase.RUNNING], recipients_email=["a@example.org"])],  # expect: FTC201 a notification is sent at phase RUNNING, expected one that ends an execution
)
