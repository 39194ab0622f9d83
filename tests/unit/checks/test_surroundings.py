"""Values in the output that came from the machine, the environment, the clock or chance; and no false alarm."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flytec.checks.surroundings import Surroundings, surrounding_values
from flytec.diagnostics import Location
from flytec.ir import pb
from flytec.ir.program import Unit
from programs import launch_plan, task

BEGAN = datetime(2024, 5, 17, 12, 30, 0, tzinfo=timezone.utc)
AT = Location("flows.py", 3)


@dataclass(frozen=True)
class Given:
    what: str
    value: Any
    location: Location = AT


def with_env(*values: str) -> Unit:
    unit = task("flows.t", origin=Location("flows.py", 9))
    assert isinstance(unit.message, pb.TaskSpec)
    for value in values:
        unit.message.template.container.env.add(key="KEY", value=value)
    return unit


def with_default(**primitive: Any) -> Unit:
    unit = launch_plan("flows.wf", origin=Location("flows.py", 12))
    assert isinstance(unit.message, pb.LaunchPlan)
    parameter = unit.message.spec.default_inputs.parameters["x"]
    parameter.default.scalar.primitive.MergeFrom(pb.Primitive(**primitive))
    return unit


def found(*units: Unit, **seen: Any) -> list[str]:
    rows = surrounding_values(units, Surroundings(**seen))
    return [f"{row.location} {row.code.id} {row.subject} {row.subject.field if row.subject else ''}" for row in rows]


ENV_PLACE = "task flows.t template.container.env[0].value"
DEFAULT = "spec.default_inputs.parameters['x'].default.scalar.primitive"


# The environment.


@pytest.mark.parametrize(
    ("value", "text"),
    [("blue", "blue"), ("eu-west-1", "s3://data.eu-west-1/x"), ("registry.acme.org", "registry.acme.org/flows:v1")],
)
def test_a_variables_value_is_found(value: str, text: str) -> None:
    seen = [Given("environment variable STAGE", value)]
    assert found(with_env(text), environment=seen) == [f"flows.py:3 FTC396 {ENV_PLACE}"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("blue", "blueish"),
        ("blue", "deep blue"),  # too short to be told in a text
        ("1", "1"),
        ("", ""),
        ("x", "x"),
        ("true", "true"),
        ("None", "None"),
        ("2024", "2024"),
        ("acmehost", "myacmehost.org"),
    ],
)
def test_what_says_too_little_is_not(value: str, text: str) -> None:
    assert found(with_env(text), environment=[Given("environment variable X", value)]) == []


@pytest.mark.parametrize("source", ['x = "blue"', "x = 'blue'"])
def test_what_is_written_in_the_source_is_the_users(source: str) -> None:
    seen = [Given("environment variable STAGE", "blue")]
    assert found(with_env("blue"), environment=seen, is_written=lambda text: text in source) == []
    assert found(with_env("blue"), environment=seen, is_written=lambda text: text in "blueish") != []


def test_what_the_settings_say_is_meant() -> None:
    seen = [Given("environment variable IMAGE", "registry.acme.org/flows:v1")]
    unit = with_env("registry.acme.org/flows:v1")
    assert found(unit, environment=seen, settings={"registry.acme.org/flows:v1"}) == []


def test_a_place_is_told_once_with_the_number_of_entities() -> None:
    seen = [Given("environment variable STAGE", "blue")]
    units = [with_env("blue", "blue"), with_default(string_value="blue"), with_env("blue")]
    rows = surrounding_values(units, Surroundings(environment=seen))
    assert [(row.message, row.notes) for row in rows] == [
        (
            "the output has the value of environment variable STAGE, expected one that is the same everywhere",
            ("so has one more entity",),
        )
    ]


def test_names_and_descriptions_are_no_values() -> None:
    unit = with_env()
    assert isinstance(unit.message, pb.TaskSpec)
    unit.message.template.id.version = "blue-1234"
    unit.message.description.short_description = "blue-1234"
    assert found(unit, environment=[Given("environment variable X", "blue-1234")]) == []


# Chance.


def test_identifiers_are_found_in_each_form() -> None:
    value = uuid.UUID("8d5e4b6c-2f65-4e26-9d4c-0f6f1a2b3c4d")
    seen = [Given("uuid.uuid4()", value)]
    for text in (str(value), value.hex, f"run-{value.hex[:8]}", f"{value.hex[:12]}.x"):
        assert found(with_env(text), chance=seen) == [f"flows.py:3 FTC397 {ENV_PLACE}"]
    assert found(with_env(value.hex[:4], f"x{value}"), chance=seen) == []


@pytest.mark.parametrize(
    ("value", "primitive"),
    [
        (0.6394267984578837, {"float_value": 0.6394267984578837}),
        (1234567, {"integer": 1234567}),
        (1234567, {"string_value": "run-1234567"}),
        (-1234567, {"integer": -1234567}),
        (b"\x01\x02\x03\x04", {"string_value": "01020304"}),
        (list("abcdef"), {"string_value": "abcdef"}),
        ("c0ffee42", {"string_value": "c0ffee42"}),
    ],
)
def test_what_was_drawn_is_found(value: Any, primitive: dict[str, Any]) -> None:
    assert len(found(with_default(**primitive), chance=[Given("random.x()", value)])) == 1


@pytest.mark.parametrize(
    ("value", "primitive"),
    [
        (3, {"integer": 3}),
        (0.0, {"float_value": 0.0}),
        (1.0, {"float_value": 1.0}),
        (True, {"boolean": True}),
        (float("nan"), {"float_value": float("nan")}),
        ("red", {"string_value": "red"}),
        (1234567, {"string_value": "x1234567"}),
        (["a", 1], {"string_value": "a1"}),
        (object(), {"string_value": "x"}),
    ],
)
def test_what_may_well_recur_is_not(value: Any, primitive: dict[str, Any]) -> None:
    assert found(with_default(**primitive), chance=[Given("random.x()", value)]) == []


@given(number=st.integers(min_value=10_000, max_value=2**63 - 1), negative=st.booleans())
def test_every_large_number_is_found(number: int, negative: bool) -> None:
    value = -number if negative else number
    assert len(found(with_default(integer=value), chance=[Given("random.randint()", value)])) == 1
    assert len(found(with_env(f"n={value}"), chance=[Given("random.randint()", value)])) == 1


@given(number=st.floats(min_value=0, max_value=1, exclude_min=True, exclude_max=True))
def test_every_fraction_is_found(number: float) -> None:
    assert len(found(with_default(float_value=number), chance=[Given("random.random()", number)])) == 1


# The clock.


def clock(seconds: float = 5.0) -> dict[str, Any]:
    return {"began": BEGAN.timestamp(), "ended": BEGAN.timestamp() + seconds}


NOW = BEGAN + timedelta(seconds=2, microseconds=123456)


@pytest.mark.parametrize(
    "primitive",
    [
        {"datetime": {"seconds": int(NOW.timestamp()), "nanos": 123456000}},
        {"datetime": {"seconds": int(NOW.timestamp())}},
        {"datetime": {"seconds": int(datetime(2024, 5, 17, tzinfo=timezone.utc).timestamp())}},  # date.today()
        {"float_value": NOW.timestamp()},
        {"integer": int(NOW.timestamp())},
        {"integer": int(NOW.timestamp() * 1000)},
        {"integer": int(NOW.timestamp() * 10**6)},
        {"integer": int(NOW.timestamp()) * 10**9},
        {"string_value": NOW.isoformat()},
        {"string_value": NOW.strftime("%Y-%m-%d %H:%M:%S")},
        {"string_value": f"run-{NOW:%Y%m%d}"},
        {"string_value": f"{NOW:%Y-%m-%d}"},
        {"string_value": f"v{NOW.timestamp()}"[1:]},
        {"string_value": str(int(NOW.timestamp()))},
        {"string_value": f"s3://x/{int(NOW.timestamp() * 1000)}/y"},
    ],
)
def test_the_time_is_found(primitive: dict[str, Any]) -> None:
    (row,) = found(with_default(**primitive), **clock())
    assert row.startswith(f"flows.py:12 FTC395 launch plan flows.wf {DEFAULT}")


@pytest.mark.parametrize(
    "primitive",
    [
        {"datetime": {"seconds": int(BEGAN.timestamp()) - 60}},
        {"datetime": {"seconds": int(BEGAN.timestamp()) + 3600}},
        {"duration": {"seconds": int(NOW.timestamp())}},
        {"float_value": 1.0},
        {"float_value": NOW.timestamp() + 100},
        {"integer": 1},
        {"boolean": True},
        {"string_value": "2024-05-16T12:30:02"},
        {"string_value": "2024-05-18"},
        {"string_value": "2024-13-45T99:99:99"},
        {"string_value": f"x{int(NOW.timestamp())}"},
        {"string_value": f"1{int(NOW.timestamp())}"},
    ],
)
def test_other_times_are_not(primitive: dict[str, Any]) -> None:
    assert found(with_default(**primitive), **clock()) == []


def test_a_day_that_is_written_down_is_the_users() -> None:
    day = {"datetime": {"seconds": int(datetime(2024, 5, 17, tzinfo=timezone.utc).timestamp())}}
    source = "def wf(x: datetime = datetime(2024, 5, 17)): ..."
    assert found(with_default(**day), is_written=lambda text: text in source, **clock()) == []
    assert found(with_env("20240517"), is_written=lambda text: text in "v = '20240517'", **clock()) == []


def test_without_a_question_for_the_time_nothing_is_told() -> None:
    assert found(with_default(datetime={"seconds": int(NOW.timestamp())})) == []


@given(offset=st.floats(min_value=0, max_value=90), length=st.floats(min_value=0, max_value=90))
def test_every_moment_of_the_compilation_is_found(offset: float, length: float) -> None:
    moment = BEGAN.timestamp() + min(offset, length)
    times = clock(length)
    for primitive in ({"float_value": moment}, {"integer": int(moment)}, {"integer": int(moment * 10**9)}):
        assert len(found(with_default(**primitive), **times)) == 1, primitive


# The machine.


def test_paths_of_this_machine_are_found() -> None:
    folders = {"/home/me/project", "/work"}
    assert found(with_env("/home/me/project/data.csv"), folders=folders) == [f"flows.py:9 FTC394 {ENV_PLACE}"]
    assert found(with_env("--file=/home/me/project/x y"), folders=folders) != []


@pytest.mark.parametrize(
    "text", ["/home/me/projects/x", "/home/me/project", "/job/x", "s3:/home/me/project2/x", "/srv/home/me/project/x"]
)
def test_other_paths_are_not(text: str) -> None:
    assert found(with_env(text), folders={"/home/me/project", "/work"}) == []


def test_a_path_that_is_written_down_is_the_users() -> None:
    written = 'PATH = "/home/me/project/data.csv"'
    unit = with_env("/home/me/project/data.csv")
    assert found(unit, folders={"/home/me/project"}, is_written=lambda text: text in written) == []


def test_a_value_in_a_node_is_at_the_line_of_its_call() -> None:
    message = pb.WorkflowSpec()
    message.template.id.name = "flows.wf"
    node = message.template.nodes.add(id="n0")
    node.inputs.add(var="x").binding.scalar.primitive.string_value = "blue"
    unit = Unit(kind=with_default().kind.WORKFLOW, message=message, places={"n0": Location("flows.py", 20)})
    (row,) = surrounding_values([unit], Surroundings(folders=(), chance=[Given("random.x()", "blue-1")])) or [None]
    assert row is None
    message.template.nodes[0].inputs[0].binding.scalar.primitive.string_value = "/home/me/project/x"
    unit = Unit(kind=unit.kind, message=message, places=unit.places)
    (row,) = surrounding_values([unit], Surroundings(folders={"/home/me/project"}))
    assert (row.location, row.subject and row.subject.node) == (Location("flows.py", 20), "n0")
