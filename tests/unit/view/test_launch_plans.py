import pytest
from google.protobuf import text_format

from flytec.ir import ours, pb
from flytec.view.launch_plans import launch_plan_view


def view(spec: str) -> ours.InspectedLaunchPlan:
    return launch_plan_view(text_format.Parse(f"spec {{ {spec} }}", pb.LaunchPlan()))


@pytest.mark.parametrize(
    ("schedule", "expression"),
    [
        ("cron_schedule { schedule: '0 1 * * *' }", "0 1 * * *"),
        ("cron_expression: '0 1 * * ? *'", "0 1 * * ? *"),
        ("rate { value: 1 unit: HOUR }", "every 1 hour"),
        ("rate { value: 10 }", "every 10 minutes"),
    ],
)
def test_a_schedule_is_shown(schedule: str, expression: str) -> None:
    plan = view(f"entity_metadata {{ schedule {{ {schedule} kickoff_time_input_arg: 'when' }} }}")
    assert plan.schedule == ours.InspectedSchedule(expression=expression, kickoff_time_input="when")


def test_a_schedule_without_expression_is_none() -> None:
    assert not view("entity_metadata { schedule {} }").HasField("schedule")


def test_notifications_say_who_hears_of_what() -> None:
    plan = view(
        """
        entity_metadata {
          notifications { phases: FAILED phases: 99 email { recipients_email: 'a@b.example' } }
          notifications { phases: SUCCEEDED }
        }
        """
    )
    assert list(plan.notifications) == [
        ours.InspectedNotification(channel="email", recipients=["a@b.example"], phases=["FAILED", "99"]),
        ours.InspectedNotification(phases=["SUCCEEDED"]),
    ]


@pytest.mark.parametrize(
    "spec",
    [
        "security_context { run_as { iam_role: 'r' k8s_service_account: 's' } }",
        "auth_role { assumable_iam_role: 'r' kubernetes_service_account: 's' }",
        "auth { assumable_iam_role: 'r' kubernetes_service_account: 's' }",
        "role: 'r' auth { kubernetes_service_account: 's' }",
    ],
)
def test_the_role_is_shown_whichever_field_holds_it(spec: str) -> None:
    assert view(spec).security == ours.InspectedSecurity(iam_role="r", service_account="s")


def test_the_rest_is_shown() -> None:
    plan = view(
        """
        workflow_id { name: 'w' version: 'v1' } max_parallelism: 5 overwrite_cache: true interruptible { value: false }
        fixed_inputs { literals { key: 'x' value { scalar { primitive { integer: 3 } } } } }
        labels { values { key: 'team' value: 'x' } } annotations { values { key: 'a' value: 'b' } }
        envs { values { key: 'E' value: 'f' } } raw_output_data_config { output_location_prefix: 's3://x' }
        concurrency_policy { max: 2 behavior: CONCURRENCY_LIMIT_BEHAVIOR_SKIP }
        """
    )
    assert plan == ours.InspectedLaunchPlan(
        workflow=ours.Identifier(name="w", version="v1"),
        fixed_inputs=[ours.InspectedPair(name="x", value="3")],
        labels=[ours.InspectedPair(name="team", value="x")],
        annotations=[ours.InspectedPair(name="a", value="b")],
        env=[ours.InspectedPair(name="E", value="f")],
        raw_output_prefix="s3://x",
        max_parallelism=5,
        overwrite_cache=True,
        interruptible=False,
        concurrency="at most 2, then skip",
    )
