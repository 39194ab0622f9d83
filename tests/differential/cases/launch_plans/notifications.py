"""Notifications by e-mail, PagerDuty and Slack."""

from flows import no_inputs
from flytekit import Email, LaunchPlan, PagerDuty, Slack, WorkflowExecutionPhase
from flytekit.models.core.execution import WorkflowExecutionPhase as Phase

email = LaunchPlan.create(
    "email",
    no_inputs,
    notifications=[Email(phases=[WorkflowExecutionPhase.SUCCEEDED], recipients_email=["me@example.org"])],
)
all_of_them = LaunchPlan.create(
    "all_of_them",
    no_inputs,
    notifications=[
        Email(phases=[Phase.FAILED, Phase.TIMED_OUT, Phase.ABORTED], recipients_email=["a@example.org", "b@example.org"]),
        PagerDuty(phases=[Phase.FAILED], recipients_email=["pager@example.org"]),
        Slack(phases=[Phase.SUCCEEDED, Phase.FAILED], recipients_email=["slack@example.org"]),
    ],
)
empty_list = LaunchPlan.create("empty_list", no_inputs, notifications=[])
