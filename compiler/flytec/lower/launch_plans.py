"""Launch plans to `flyteidl.admin.LaunchPlan`."""

from __future__ import annotations

from flytec.authoring import launch_options, schedules
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.security import SecurityContext
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Diagnostic, UserError, user_error
from flytec.ir import pb
from flytec.ir.program import Kind
from flytec.lower.interface import lower_parameters, subject
from flytec.lower.lowering import Lowering
from flytec.lower.metadata import lower_security_context


def lower_launch_plan(plan: LaunchPlan, lowering: Lowering) -> pb.LaunchPlan:
    """The launch plan, behind its workflow, made once.

    Raises:
        UserError: FTC205 and FTC206 for inputs that do not lower, and whatever the workflow raises.
    """

    def lower() -> pb.LaunchPlan:
        from flytec.lower.workflows import lower_workflow

        workflow_id = lower_workflow(plan.workflow, lowering).template.id
        with subject(f"launch plan {plan.name}", plan.location):
            return pb.LaunchPlan(
                id=lowering.identifier(Kind.LAUNCH_PLAN, plan.name),
                spec=_spec(plan, workflow_id, lowering),
                # Empty but present: flytectl compile crashes on a launch plan without closure.
                closure=pb.LaunchPlanClosure(expected_inputs=pb.ParameterMap(), expected_outputs=pb.VariableMap()),
            )

    return lowering.once(plan, Kind.LAUNCH_PLAN, lower)


def _spec(plan: LaunchPlan, workflow_id: pb.Identifier, lowering: Lowering) -> pb.LaunchPlanSpec:
    options = lowering.options
    interface = plan.workflow.python_interface
    storage = options.raw_output_data_config or plan.raw_output_data_config
    security = merged_security_context(plan.security_context, options.security_context)
    return pb.LaunchPlanSpec(
        workflow_id=workflow_id,
        entity_metadata=pb.LaunchPlanMetadata(
            schedule=lower_schedule(plan.schedule) if plan.schedule is not None else None,
            notifications=[lower_notification(row) for row in options.notifications or plan.notifications],
        ),
        default_inputs=lower_parameters(
            interface, plan.default_inputs, plan.fixed_inputs, lowering.types, plan.location
        ),
        fixed_inputs=_fixed_inputs(plan, lowering),
        labels=_labels(options.labels or plan.labels),
        annotations=_annotations(options.annotations or plan.annotations),
        raw_output_data_config=pb.RawOutputDataConfig(output_location_prefix=storage.output_location_prefix)
        if storage
        else pb.RawOutputDataConfig(),
        max_parallelism=options.max_parallelism or plan.max_parallelism,
        security_context=lower_security_context(security),
        overwrite_cache=bool(options.overwrite_cache or plan.overwrite_cache),
        concurrency_policy=_concurrency(plan.concurrency) if plan.concurrency is not None else None,
    )


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


def _fixed_inputs(plan: LaunchPlan, lowering: Lowering) -> pb.LiteralMap:
    kinds = plan.workflow.python_interface.inputs
    literals = pb.LiteralMap()
    findings: list[Diagnostic] = []
    for name, value in plan.fixed_inputs.items():
        try:
            with subject(f"fixed input {name!r}", plan.location):
                expected = lowering.types.literal_type(kinds[name])
                literals.literals[name].CopyFrom(lowering.types.literal(value, kinds[name], expected))
        except UserError as error:
            findings.extend(error.findings)
    if findings:
        raise UserError(*findings)
    return literals


def _labels(labels: launch_options.Labels | None) -> pb.Labels:
    return pb.Labels(values=labels.values if labels else None)


def _annotations(annotations: launch_options.Annotations | None) -> pb.Annotations:
    return pb.Annotations(values=annotations.values if annotations else None)


def _concurrency(policy: launch_options.ConcurrencyPolicy) -> pb.ConcurrencyPolicy:
    if not isinstance(policy.max_concurrency, int):
        raise user_error(INVALID_DECLARATION, f"max_concurrency is {policy.max_concurrency!r}, expected a whole number")
    return pb.ConcurrencyPolicy(
        max=policy.max_concurrency,
        behavior=policy.behavior or launch_options.ConcurrencyLimitBehavior.SKIP,  # type: ignore[arg-type]
    )
