"""Launch plans to `flyteidl.admin.LaunchPlan`."""

from __future__ import annotations

from flytec.authoring import launch_options, schedules
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.messages import writing
from flytec.authoring.references import ReferenceEntity
from flytec.authoring.security import SecurityContext
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Diagnostic, UserError, user_error
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.lower.interface import fill_parameters
from flytec.lower.lowering import Lowering, described, user_code
from flytec.lower.metadata import lower_security_context
from flytec.lower.references import fill_reference


def lower_launch_plan(plan: LaunchPlan, lowering: Lowering) -> pb.LaunchPlan:
    """The launch plan, behind its workflow, made once.

    Raises:
        UserError: FTC205 and FTC206 for inputs that do not lower, and whatever the workflow raises.
    """
    return lowering.once(plan, Kind.LAUNCH_PLAN, lambda: _launch_plan(plan, lowering))


def _launch_plan(plan: LaunchPlan, lowering: Lowering) -> pb.LaunchPlan:
    lowered = pb.LaunchPlan()
    lowering.fill_identifier(lowered.id, Kind.LAUNCH_PLAN, plan.name)
    if isinstance(plan.workflow, ReferenceEntity):
        fill_reference(lowered.spec.workflow_id, plan.workflow.id)
    else:
        from flytec.lower.workflows import lower_workflow

        lowered.spec.workflow_id.CopyFrom(lower_workflow(plan.workflow, lowering).template.id)
    try:
        _fill_spec(lowered.spec, plan, lowering)
    except UserError as error:
        raise described(error, f"launch plan {plan.name}", plan.location) from error
    # Empty but present: flytectl compile crashes on a launch plan without closure.
    lowered.closure.expected_inputs.SetInParent()
    lowered.closure.expected_outputs.SetInParent()
    return lowered


def _fill_spec(spec: pb.LaunchPlanSpec, plan: LaunchPlan, lowering: Lowering) -> None:
    options = lowering.options
    interface = plan.declared_interface
    spec.entity_metadata.SetInParent()
    if plan.schedule is not None:
        spec.entity_metadata.schedule.CopyFrom(lower_schedule(plan.schedule))
    for notification in options.notifications or plan.notifications:
        spec.entity_metadata.notifications.append(lower_notification(notification))
    if plan.trigger:
        _fill_trigger(spec.entity_metadata, plan)
    fill_parameters(
        spec.default_inputs, interface, plan.default_inputs, plan.fixed_inputs, lowering.types, plan.location
    )
    _fill_fixed_inputs(spec.fixed_inputs, plan, lowering)
    spec.labels.SetInParent()
    if labels := options.labels or plan.labels:
        spec.labels.values.update(labels.values)
    spec.annotations.SetInParent()
    if annotations := options.annotations or plan.annotations:
        spec.annotations.values.update(annotations.values)
    spec.raw_output_data_config.SetInParent()
    if storage := options.raw_output_data_config or plan.raw_output_data_config:
        spec.raw_output_data_config.output_location_prefix = storage.output_location_prefix or ""
    if parallelism := options.max_parallelism or plan.max_parallelism:
        spec.max_parallelism = parallelism
    security = lower_security_context(merged_security_context(plan.security_context, options.security_context))
    if security is not None:
        spec.security_context.CopyFrom(security)
    spec.overwrite_cache = bool(options.overwrite_cache or plan.overwrite_cache)
    if plan.concurrency is not None:
        spec.concurrency_policy.CopyFrom(_concurrency(plan.concurrency))


def _fill_trigger(target: pb.LaunchPlanMetadata, plan: LaunchPlan) -> None:
    """What the user's own trigger answers with, whatever message it is; a schedule is for `schedule=`."""
    if isinstance(plan.trigger, schedules.OnSchedule):
        raise user_error(INVALID_DECLARATION, "its trigger is a schedule", hint="pass it as schedule=")
    from flytec.lower.artifacts import artifact_message

    with user_code(f"the trigger of launch plan {plan.name}"), writing(artifact_message):
        condition = plan.trigger.to_flyte_idl(plan)
    if isinstance(condition, pb.Message):
        target.launch_conditions.Pack(condition)
    elif condition:
        text = f"its trigger answers with a {type(condition).__name__}, expected a message"
        raise user_error(INVALID_DECLARATION, text, hint="return a protobuf message from to_flyte_idl")


def lower_schedule(schedule: schedules.Schedule) -> pb.Schedule:
    """`flyteidl.admin.Schedule`."""
    lowered = pb.Schedule(kickoff_time_input_arg=schedule.kickoff_time_input_arg)
    if schedule.rate is not None:
        lowered.rate.CopyFrom(pb.FixedRate(value=schedule.rate.value, unit=int(schedule.rate.unit)))  # type: ignore[arg-type]
    if schedule.cron_schedule is not None:
        cron = schedule.cron_schedule
        lowered.cron_schedule.CopyFrom(pb.CronSchedule(schedule=cron.schedule, offset=cron.offset))
    return lowered


def lower_notification(notification: launch_options.Notification) -> pb.Notification:
    """`flyteidl.admin.Notification`."""
    email, pager_duty, slack = notification.email, notification.pager_duty, notification.slack
    return pb.Notification(
        phases=notification.phases,  # type: ignore[arg-type]
        email=pb.EmailNotification(recipients_email=email.recipients_email) if email else None,
        pager_duty=pb.PagerDutyNotification(recipients_email=pager_duty.recipients_email) if pager_duty else None,
        slack=pb.SlackNotification(recipients_email=slack.recipients_email) if slack else None,
    )


def merged_security_context(own: SecurityContext | None, given: SecurityContext | None) -> SecurityContext | None:
    """The launch plan's security context with what registration options give put over it, field by field."""
    if own is None or given is None:
        return given or own
    return SecurityContext(
        run_as=given.run_as or own.run_as,
        secrets=given.secrets or own.secrets,
        tokens=given.tokens or own.tokens,
    )


def _fill_fixed_inputs(target: pb.LiteralMap, plan: LaunchPlan, lowering: Lowering) -> None:
    target.SetInParent()
    kinds = plan.declared_interface.inputs
    findings: list[Diagnostic] = []
    for name, value in plan.fixed_inputs.items():
        try:
            expected = lowering.types.literal_type(kinds[name])
            target.literals[name].CopyFrom(lowering.types.literal(value, kinds[name], expected))
        except UserError as error:
            findings.extend(described(error, f"fixed input {name!r}", plan.location).findings)
    if findings:
        raise UserError(*findings)


def _concurrency(policy: launch_options.ConcurrencyPolicy) -> pb.ConcurrencyPolicy:
    if not isinstance(policy.max_concurrency, int):
        raise user_error(INVALID_DECLARATION, f"max_concurrency is {policy.max_concurrency!r}, expected a whole number")
    return pb.ConcurrencyPolicy(
        max=policy.max_concurrency,
        behavior=policy.behavior or launch_options.ConcurrencyLimitBehavior.SKIP,  # type: ignore[arg-type]
    )
