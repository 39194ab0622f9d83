"""What flyteadmin refuses of launch plans; each message in full."""

import pytest

from registrations import check, launch_plan, task, without, workflow

INPUTS = """template { interface { inputs {
    variables { key: "x" value { type { simple: INTEGER } } }
    variables { key: "when" value { type { simple: DATETIME } } }
    variables { key: "color" value { type { enum_type { values: "red" } } } } } } }"""
NODE = """template { nodes { id: "n0" task_node {
    reference_id { resource_type: TASK project: "p" domain: "d" name: "t" version: "v" } } } }"""
SCHEDULE = "spec.entity_metadata.schedule"
BOUND = """spec {
    default_inputs { parameters { key: "x" value { var { type { simple: INTEGER } }
        default { scalar { primitive { integer: 1 } } } } } }
    fixed_inputs { literals { key: "color" value { scalar { primitive { string_value: "red" } } } } } }"""


def found(more: str) -> list[str]:
    """What is found in a launch plan of a workflow with three inputs."""
    return check(task(), workflow(INPUTS + NODE), launch_plan(more))


def default(name: str, rest: str) -> str:
    return f'spec {{ default_inputs {{ parameters {{ key: "{name}" value {{ {rest} }} }} }} }}'


def fixed(name: str, literal: str) -> str:
    return f'spec {{ fixed_inputs {{ literals {{ key: "{name}" value {{ {literal} }} }} }} }}'


def metadata(text: str) -> str:
    return f"spec {{ entity_metadata {{ {text} }} }}"


def cron(expression: str) -> str:
    return metadata(f'schedule {{ kickoff_time_input_arg: "when" cron_schedule {{ schedule: "{expression}" }} }}')


def labels(**values: str) -> str:
    return "".join(
        f'spec {{ labels {{ values {{ key: "{key}" value: "{value}" }} }} }}' for key, value in values.items()
    )


@pytest.mark.parametrize(
    "more",
    [
        "",
        BOUND,
        BOUND + cron("0 0 * * *"),
        fixed("color", 'scalar { primitive { string_value: "no color" } }'),  # enum values are not looked at
        default("x", "var { type { simple: INTEGER } } required: true"),
        BOUND + fixed("x", "scalar { primitive { integer: 2 } }"),  # both default and fixed
        metadata('notifications { email { recipients_email: "not an address" } phases: FAILED }'),
        metadata('notifications { slack { recipients_email: "#channel" } }'),
        labels(a="", b="B-1._x"),
        'spec { annotations { values { key: "any key" value: "any value" } } max_parallelism: -1 }',
    ],
)
def test_what_the_server_takes(more: str) -> None:
    assert [line for line in found(more) if not line.startswith("warning")] == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("spec", "FTC331 spec: the launch plan has no spec, expected one"),
        ("id", "FTC374 id: the launch plan has no identifier, at which flytectl crashes; expected one"),
        ("id.name", "FTC330 id.name: the launch plan has no name, expected one"),
        ("spec.workflow_id", "FTC331 spec.workflow_id: the launch plan names no workflow, expected one"),
        (
            "spec.workflow_id.resource_type",
            "FTC330 spec.workflow_id.resource_type: the launch plan's workflow has resource type UNSPECIFIED, "
            "expected WORKFLOW",
        ),
    ],
)
def test_a_launch_plan_without(path: str, expected: str) -> None:
    assert check(task(), workflow(), without(launch_plan(), path)) == [expected]


def test_a_launch_plan_of_a_workflow_without_a_name() -> None:
    assert "FTC330 spec.workflow_id.name: the launch plan's workflow has no name, expected one" in check(
        task(), workflow(), without(launch_plan(), "spec.workflow_id.name")
    )


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            default("y", "var { type { simple: INTEGER } } required: true"),
            "FTC342 spec.default_inputs.parameters['y']: the default input 'y' is no input of the workflow, "
            "expected one of 'color', 'when', 'x'",
        ),
        (
            default("x", "var { type { simple: FLOAT } } required: true"),
            "FTC343 spec.default_inputs.parameters['x'].var.type: the launch plan's input 'x' is of type float, "
            "expected int, the workflow's",
        ),
        (
            default("x", "var { type { simple: INTEGER } } default { scalar { primitive { float_value: 1 } } }"),
            "FTC343 spec.default_inputs.parameters['x'].default: the default of 'x' is of type float, expected int",
        ),
        (
            default("x", "var { type { simple: INTEGER } } default {}"),
            "FTC343 spec.default_inputs.parameters['x'].default: the default of 'x' is a value of no type, "
            "expected one of int",
        ),
        (
            default("x", "required: true"),
            "FTC341 spec.default_inputs.parameters['x']: the input 'x' has no type, expected the workflow's",
        ),
        (
            default("x", "var {} required: true"),
            "FTC341 spec.default_inputs.parameters['x']: the input 'x' has no type, expected the workflow's",
        ),
        (
            default("x", "var { type { simple: INTEGER } }"),
            "FTC341 spec.default_inputs.parameters['x']: the input 'x' has no default and is not required, "
            "expected either of them",
        ),
        (
            default("x", "var { type { simple: INTEGER } } required: false"),
            "FTC341 spec.default_inputs.parameters['x']: the input 'x' has no default and is not required, "
            "expected either of them",
        ),
        (
            default("x", "var { type { simple: INTEGER } } artifact_query {}"),
            "FTC341 spec.default_inputs.parameters['x'].artifact_query: the input 'x' comes from an artifact, which "
            "the server does not know; expected a default (Give it a default, or leave it required.)",
        ),
        (
            default("x", "var { type { simple: INTEGER } } artifact_id {}"),
            "FTC341 spec.default_inputs.parameters['x'].artifact_id: the input 'x' comes from an artifact, which "
            "the server does not know; expected a default (Give it a default, or leave it required.)",
        ),
        (
            fixed("y", "scalar { primitive { integer: 1 } }"),
            "FTC342 spec.fixed_inputs.literals['y']: the fixed input 'y' is no input of the workflow, "
            "expected one of 'color', 'when', 'x'",
        ),
        (
            fixed("x", 'scalar { primitive { string_value: "1" } }'),
            "FTC343 spec.fixed_inputs.literals['x']: the fixed input 'x' is of type str, expected int",
        ),
        (fixed("x", ""), "FTC340 spec.fixed_inputs.literals['x']: the fixed input 'x' has no value, expected one"),
        (
            metadata('launch_conditions { type_url: "x" }'),
            "FTC352 spec.entity_metadata.launch_conditions: the launch plan has launch conditions, which the server "
            "does not know; expected none (Start it by a schedule instead.)",
        ),
    ],
)
def test_inputs(more: str, expected: str) -> None:
    assert found(more) == [expected]


def test_a_date_out_of_range() -> None:
    late = "scalar { primitive { datetime { seconds: 253402300800 } } }"
    assert found(fixed("when", late)) == [
        "FTC359 spec.fixed_inputs.literals['when'].scalar.primitive.datetime: the time of 253402300800 seconds has no "
        "JSON form, expected one of the years 1 to 9999",
        "FTC340 spec.fixed_inputs.literals['when']: the fixed input 'when' is a date of 253402300800 seconds, "
        "expected one of the years 1 to 9999",
    ]


def test_inputs_of_a_workflow_that_has_none() -> None:
    assert check(task(), workflow(), launch_plan(fixed("y", "scalar { primitive { integer: 1 } }"))) == [
        "FTC342 spec.fixed_inputs.literals['y']: the fixed input 'y' is no input of the workflow, which has none"
    ]


def test_nameless_inputs() -> None:
    lines = found(default("", "var { type { simple: INTEGER } } required: true") + fixed("", ""))
    assert "FTC340 spec.fixed_inputs.literals['']: a fixed input has no name, expected one of the workflow's" in lines
    assert (
        "FTC341 spec.default_inputs.parameters['']: a default input has no name, expected one of the workflow's"
        in lines
    )


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            metadata('schedule { cron_schedule { schedule: "@daily" } }'),
            f"FTC346 {SCHEDULE}: the schedule starts executions without a value for 'color', 'when' and 'x', "
            "expected a default or a fixed input (Give each of them a default in the workflow, or default_inputs or "
            "fixed_inputs in the launch plan.)",
        ),
        (
            BOUND + metadata("schedule { rate { value: 1 } }"),
            f"FTC346 {SCHEDULE}: the schedule starts executions without a value for 'when', expected a default or a "
            "fixed input (Give each of them a default in the workflow, or default_inputs or fixed_inputs in the launch "
            "plan.)",
        ),
        (
            BOUND + fixed("when", "scalar { primitive { datetime {} } }") + cron("@daily"),
            f"FTC347 {SCHEDULE}.kickoff_time_input_arg: the kickoff time goes to 'when', expected an input of the "
            "workflow that is not fixed",
        ),
        (
            BOUND
            + fixed("when", "scalar { primitive { datetime {} } }")
            + metadata('schedule { rate { value: 1 } kickoff_time_input_arg: "x" }'),
            f"FTC347 {SCHEDULE}.kickoff_time_input_arg: the kickoff time goes to 'x', expected an input of type "
            "datetime and no other (Annotate x with datetime alone, neither optional nor in a list.)",
        ),
        (
            BOUND + cron("daily"),
            f"FTC345 {SCHEDULE}.cron_schedule.schedule: the schedule is 'daily', expected a cron expression of the "
            "server's: flytekit's alias is none of the server's (Write @daily.)",
        ),
        (
            BOUND + cron("0 0 31 2 *"),
            f"warning FTC348 {SCHEDULE}.cron_schedule.schedule: the schedule is '0 0 31 2 *', a time that never comes; "
            "expected one that does",
        ),
        (
            BOUND + cron(""),
            f"warning FTC348 {SCHEDULE}.cron_schedule.schedule: the schedule is empty, so that it never fires; "
            "expected a cron expression",
        ),
        (
            BOUND + metadata('schedule { rate {} kickoff_time_input_arg: "when" }'),
            f"warning FTC348 {SCHEDULE}.rate.value: the rate is 0, so that the schedule never fires; "
            "expected 1 or more",
        ),
        (
            BOUND + metadata('schedule { kickoff_time_input_arg: "when" }'),
            f"warning FTC348 {SCHEDULE}: the schedule says no time, so that it never fires; expected a cron expression "
            "or a rate",
        ),
        (
            BOUND + metadata('schedule { cron_expression: "@daily" kickoff_time_input_arg: "when" }'),
            f"warning FTC348 {SCHEDULE}.cron_expression: the schedule has a cron_expression, which the server's "
            "scheduler cannot activate; expected a cron_schedule (Write CronSchedule(schedule=...).)",
        ),
    ],
)
def test_schedules(more: str, expected: str) -> None:
    assert found(more) == [expected]


def test_flytectl_looks_at_the_inputs_of_a_schedule_that_says_no_time() -> None:
    assert found(BOUND + metadata("schedule {}")) == [
        f"warning FTC348 {SCHEDULE}: the schedule says no time, so that it never fires; expected a cron expression or "
        "a rate",
        f"warning FTC346 {SCHEDULE}: the schedule starts executions without a value for 'when', expected a default or "
        "a fixed input (Give each of them a default in the workflow, or default_inputs or fixed_inputs in the launch "
        "plan.)",
    ]


NOTIFICATION = "spec.entity_metadata.notifications[0]"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", f"FTC350 {NOTIFICATION}: the notification says no way to send it, expected email, slack or pager_duty"),
        ("email {}", f"FTC350 {NOTIFICATION}.email: the notification has no recipient, expected one or more"),
        (
            'pager_duty { recipients_email: "a@b" recipients_email: "" }',
            f"FTC350 {NOTIFICATION}.pager_duty.recipients_email[1]: a recipient is empty, expected an address",
        ),
        (
            'slack { recipients_email: "a" } phases: FAILED phases: RUNNING',
            f"FTC350 {NOTIFICATION}.phases[1]: the notification is sent in phase RUNNING, expected one of SUCCEEDED, "
            "FAILED, ABORTED and TIMED_OUT (Name phases in which an execution ends.)",
        ),
    ],
)
def test_notifications(more: str, expected: str) -> None:
    assert found(metadata(f"notifications {{ {more} }}")) == [expected]


PLAIN = "1 to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {f"k{index}": "v" for index in range(17)},
            "FTC351 spec.labels: the launch plan has 17 labels, expected at most 16 "
            "(Make annotations of those that nothing selects by.)",
        ),
        (
            {"a b": "v"},
            f"FTC351 spec.labels.values['a b']: the label's key is 'a b', expected {PLAIN}, and no more than a DNS "
            "name and '/' in front",
        ),
        ({"a": "b c"}, f"FTC351 spec.labels.values['a']: label 'a' is 'b c', expected nothing, or {PLAIN}"),
    ],
)
def test_labels(values: dict[str, str], expected: str) -> None:
    assert found(labels(**values)) == [expected]
