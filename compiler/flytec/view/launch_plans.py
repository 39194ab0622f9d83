"""How a launch plan launches its workflow: fixed inputs, schedule, notifications, in our own messages."""

from flytec.ir import ours, pb
from flytec.view.literals import literal_text
from flytec.view.names import enum_name, identifier, listed_pairs, pairs
from flytec.view.tasks import security_view


def launch_plan_view(plan: pb.LaunchPlan) -> ours.InspectedLaunchPlan:
    """Everything about a launch plan but its identity and interface."""
    spec, fixed = plan.spec, plan.spec.fixed_inputs.literals
    view = ours.InspectedLaunchPlan(
        workflow=identifier(spec.workflow_id),
        fixed_inputs=listed_pairs((name, literal_text(fixed[name])) for name in sorted(fixed)),
        schedule=_schedule(spec.entity_metadata.schedule),
        notifications=[_notification(one) for one in spec.entity_metadata.notifications],
        security=_security(spec),
        labels=pairs(spec.labels.values),
        annotations=pairs(spec.annotations.values),
        env=listed_pairs((one.key, one.value) for one in spec.envs.values),
        raw_output_prefix=spec.raw_output_data_config.output_location_prefix,
        max_parallelism=spec.max_parallelism,
        overwrite_cache=spec.overwrite_cache,
        concurrency=_concurrency(spec.concurrency_policy),
        state=enum_name(plan.closure, "state").lower() if plan.closure.state else "",
        trigger=spec.entity_metadata.launch_conditions.type_url,
    )
    if spec.HasField("interruptible"):
        view.interruptible = spec.interruptible.value
    return view


def _schedule(schedule: pb.Schedule) -> ours.InspectedSchedule | None:
    match schedule.WhichOneof("ScheduleExpression"):
        case "cron_schedule":
            expression, offset = schedule.cron_schedule.schedule, schedule.cron_schedule.offset
        case "cron_expression":
            expression, offset = schedule.cron_expression, ""
        case "rate":
            unit = enum_name(schedule.rate, "unit").lower()
            expression, offset = f"every {schedule.rate.value} {unit}{'' if schedule.rate.value == 1 else 's'}", ""
        case _:
            return None
    return ours.InspectedSchedule(
        expression=expression, offset=offset, kickoff_time_input=schedule.kickoff_time_input_arg
    )


def _notification(notification: pb.Notification) -> ours.InspectedNotification:
    channel = notification.WhichOneof("type")
    return ours.InspectedNotification(
        channel=channel or "",
        recipients=getattr(notification, channel).recipients_email if channel else (),
        phases=[_phase(notification, number) for number in notification.phases],
    )


def _phase(notification: pb.Notification, number: int) -> str:
    kind = notification.DESCRIPTOR.fields_by_name["phases"].enum_type
    value = kind.values_by_number.get(number) if kind else None
    return value.name if value else str(number)


def _security(spec: pb.LaunchPlanSpec) -> ours.InspectedSecurity | None:
    """The security context, or what older writers set in its place."""
    if view := security_view(spec.security_context):
        return view
    roles = (spec.auth_role, spec.auth)
    role = next((one.assumable_iam_role for one in roles if one.assumable_iam_role), spec.role)
    account = next((one.kubernetes_service_account for one in roles if one.kubernetes_service_account), "")
    return ours.InspectedSecurity(iam_role=role, service_account=account) if role or account else None


def _concurrency(policy: pb.ConcurrencyPolicy) -> str:
    if not policy.max:
        return ""
    behavior = enum_name(policy, "behavior").removeprefix("CONCURRENCY_LIMIT_BEHAVIOR_").lower()
    return f"at most {policy.max}, then {behavior}"
