"""Schedules of launch plans.

Rule: flyteadmin's `validateSchedule`, and what its scheduler makes of the schedule later.
"""

from collections.abc import Iterator

from flytec.checks.finding import Finding
from flytec.codes import IDLE_SCHEDULE, INVALID_CRON, INVALID_KICKOFF_INPUT, UNBOUND_SCHEDULED_INPUT
from flytec.diagnostics import Severity
from flytec.ir import pb

_FIELD = "spec.entity_metadata.schedule"
_DATETIME = pb.SimpleType.Value("DATETIME")


def schedule_findings(schedule: pb.Schedule, expected: pb.ParameterMap | None) -> Iterator[Finding]:
    """What is wrong with a schedule.

    `expected` are the inputs that an execution can be given, None where the workflow is not known.
    """
    kind = schedule.WhichOneof("ScheduleExpression")
    if kind is None or (kind == "cron_expression" and not schedule.cron_expression):
        yield _idle(_FIELD, "the schedule says no time, so that it never fires; expected a cron expression or a rate")
        if expected is not None:  # flytectl looks at the inputs all the same
            yield from _unbound_findings(schedule.kickoff_time_input_arg, expected, Severity.WARNING)
        return
    if expected is not None:
        yield from _unbound_findings(schedule.kickoff_time_input_arg, expected, Severity.ERROR)
        yield from _kickoff_findings(schedule.kickoff_time_input_arg, expected)
    if kind == "rate":
        if not schedule.rate.value:
            yield _idle(f"{_FIELD}.rate.value", "the rate is 0, so that the schedule never fires; expected 1 or more")
    elif kind == "cron_expression":
        yield from _cron_findings(schedule.cron_expression, f"{_FIELD}.cron_expression")
        yield _idle(
            f"{_FIELD}.cron_expression",
            "the schedule has a cron_expression, which the server's scheduler cannot activate; "
            "expected a cron_schedule",
            "Write CronSchedule(schedule=...).",
        )
    elif schedule.cron_schedule.schedule:
        yield from _cron_findings(schedule.cron_schedule.schedule, f"{_FIELD}.cron_schedule.schedule")
    else:
        yield _idle(
            f"{_FIELD}.cron_schedule.schedule",
            "the schedule is empty, so that it never fires; expected a cron expression",
        )


def _unbound_findings(kickoff: str, expected: pb.ParameterMap, severity: Severity) -> Iterator[Finding]:
    parameters = expected.parameters
    unbound = sorted(name for name in parameters if name != kickoff and parameters[name].required)
    if unbound:
        yield Finding(
            code=UNBOUND_SCHEDULED_INPUT,
            field=_FIELD,
            message=f"the schedule starts executions without a value for {_listed(unbound)}, "
            "expected a default or a fixed input",
            hint="Give each of them a default in the workflow, or default_inputs or fixed_inputs in the launch plan.",
            severity=severity,
        )


def _kickoff_findings(kickoff: str, expected: pb.ParameterMap) -> Iterator[Finding]:
    parameters = expected.parameters
    if not kickoff:
        return
    field = f"{_FIELD}.kickoff_time_input_arg"
    if kickoff not in parameters:
        yield Finding(
            code=INVALID_KICKOFF_INPUT,
            field=field,
            message=f"the kickoff time goes to {kickoff!r}, expected an input of the workflow that is not fixed",
        )
    elif parameters[kickoff].var.type.simple != _DATETIME:
        yield Finding(
            code=INVALID_KICKOFF_INPUT,
            field=field,
            message=f"the kickoff time goes to {kickoff!r}, expected an input of type datetime and no other",
            hint=f"Annotate {kickoff} with datetime alone, neither optional nor in a list.",
        )


def _cron_findings(expression: str, field: str) -> Iterator[Finding]:
    from flytec.checks.cron import cron_fault, never_fires

    fault = cron_fault(expression)
    if fault:
        message = f"the schedule is {expression!r}, expected a cron expression of the server's: {fault.message}"
        yield Finding(code=INVALID_CRON, field=field, message=message, hint=fault.hint)
    elif never_fires(expression):
        yield _idle(field, f"the schedule is {expression!r}, a time that never comes; expected one that does")


def _idle(field: str, message: str, hint: str = "") -> Finding:
    return Finding(code=IDLE_SCHEDULE, field=field, message=message, hint=hint, severity=Severity.WARNING)


def _listed(names: list[str]) -> str:
    quoted = [repr(name) for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
