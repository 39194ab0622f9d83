"""No false alarm on valid programs; garbage in any field of a message is found or passed over, and no traceback."""

import json
from base64 import b64decode
from pathlib import Path
from random import Random
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from hypothesis import given, settings
from hypothesis import strategies as st

from flytec.artifact.guess import suffix_kind
from flytec.checks.identity import Policy
from flytec.checks.platform import Platform, server_defaults
from flytec.checks.program import check_program
from flytec.ir import pb
from flytec.ir.program import EntityMessage, Kind, Program, Unit
from property.valid_programs import valid_programs

CASES = Path(__file__).parents[1] / "control_plane/registration.jsonl"
TYPES = {Kind.TASK: pb.TaskSpec, Kind.WORKFLOW: pb.WorkflowSpec, Kind.LAUNCH_PLAN: pb.LaunchPlan}
SETS = [json.loads(line)["files"] for line in CASES.read_text().splitlines()]
TEXTS = st.one_of(
    st.sampled_from(
        ["", "x", "n0", "start-node", "@daily", "* * * * *", "{{ registration.version }}", "1Gi", "a.b[0]"]
    ),
    st.text(max_size=8),
)
NUMBERS = st.sampled_from([0, 1, -1, 2, 7, 99, 2**31 - 1, -(2**31)])
WIDE = st.sampled_from([0, 1, -1, 2**62, -(2**63), 315_576_000_001])
MAX_DEPTH = 3

POLICIES = st.sampled_from(
    [Policy(), Policy(closed=True), Policy(project="flytesnacks", domain="development", version="v1", closed=True)]
)
PLATFORMS = st.sampled_from([Platform(), server_defaults(), Platform(nodes=1, message_bytes=1, workflow_bytes=1)])


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """The files of a case of the control plane, with a few fields of theirs changed."""
    units = []
    for name, data in draw(st.sampled_from(SETS)):
        kind = suffix_kind(name)
        assert kind
        message = TYPES[kind].FromString(b64decode(data))
        for _ in range(draw(st.integers(0, 3))):
            mutate(draw, message)
        units.append(Unit(kind=kind, message=message))
    return Program(tuple(draw(st.permutations(units)) if draw(st.booleans()) else units))


def mutate(draw: st.DrawFn, message: pb.Message) -> None:
    """Goes down from a message by fields that are set, and changes one that it comes to."""
    holder = message
    while True:
        parts = [part for field, value in holder.ListFields() for part in messages_in(field, value)]
        if not parts or draw(st.integers(0, 3)) == 0:
            break
        holder = draw(st.sampled_from(parts))
    fields = holder.DESCRIPTOR.fields
    if fields:
        change(draw, holder, draw(st.sampled_from(list(fields))), 0)


def messages_in(field: FieldDescriptor, value: Any) -> list[pb.Message]:
    """The messages in the value of a field."""
    if field.message_type is None:
        return []
    if is_map(field):
        return [value[key] for key in sorted(value)] if field.message_type.fields_by_name["value"].message_type else []
    return list(value) if field.is_repeated else [value]


def change(draw: st.DrawFn, holder: pb.Message, field: FieldDescriptor, depth: int) -> None:
    """Clears a field, or puts something else into it."""
    if draw(st.integers(0, 3)) == 0:
        holder.ClearField(field.name)
        return
    if is_map(field):
        fill_map(draw, getattr(holder, field.name), field, depth)
    elif field.is_repeated:
        values = getattr(holder, field.name)
        if field.message_type is None:
            values.append(scalar(draw, field))
        elif values and draw(st.booleans()):
            values.add().CopyFrom(draw(st.sampled_from(list(values))))
        else:
            fill(draw, values.add(), depth)
    elif field.message_type is None:
        setattr(holder, field.name, scalar(draw, field))
    else:
        part = getattr(holder, field.name)
        part.SetInParent()
        fill(draw, part, depth)


def fill_map(draw: st.DrawFn, values: Any, field: FieldDescriptor, depth: int) -> None:
    kind = field.message_type.fields_by_name["value"]
    key = draw(st.sampled_from(sorted(values))) if values and draw(st.booleans()) else draw(TEXTS)
    if kind.message_type is None:
        values[key] = scalar(draw, kind)
    else:
        fill(draw, values[key], depth)


def fill(draw: st.DrawFn, message: pb.Message, depth: int) -> None:
    """Changes some fields of a message."""
    fields = list(message.DESCRIPTOR.fields)
    if not fields or depth >= MAX_DEPTH:
        return
    for field in draw(st.lists(st.sampled_from(fields), max_size=3)):
        change(draw, message, field, depth + 1)


def scalar(draw: st.DrawFn, field: FieldDescriptor) -> Any:
    match field.cpp_type:
        case FieldDescriptor.CPPTYPE_STRING:
            text = draw(TEXTS)
            return text.encode() if field.type == FieldDescriptor.TYPE_BYTES else text
        case FieldDescriptor.CPPTYPE_BOOL:
            return draw(st.booleans())
        case FieldDescriptor.CPPTYPE_DOUBLE | FieldDescriptor.CPPTYPE_FLOAT:
            return draw(st.floats(width=32))
        case FieldDescriptor.CPPTYPE_INT64:
            return draw(WIDE)
        case FieldDescriptor.CPPTYPE_UINT32 | FieldDescriptor.CPPTYPE_UINT64:
            return abs(draw(NUMBERS)) % 2**31
        case _:
            return draw(NUMBERS)


def is_map(field: FieldDescriptor) -> bool:
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def bytes_of(message: EntityMessage) -> bytes:
    return message.SerializeToString(deterministic=True)


@settings(max_examples=max(300, settings.default.max_examples))
@given(programs(), PLATFORMS, POLICIES)
def test_garbage_is_no_traceback_and_nothing_changes(program: Program, platform: Platform, policy: Policy) -> None:
    before = [bytes_of(unit.message) for unit in program]
    found = check_program(program, platform=platform, policy=policy)
    assert [bytes_of(unit.message) for unit in program] == before
    for unit, finding in found:
        assert finding.message
        assert "\n" not in finding.message
        assert unit in program.units
    again = check_program(program, platform=platform, policy=policy)
    assert [finding for _, finding in again] == [finding for _, finding in found]


@given(valid_programs(), st.sampled_from([Platform(), server_defaults()]), st.booleans())
def test_a_valid_program_has_no_finding(program: Program, platform: Platform, closed: bool) -> None:
    assert check_program(program, platform=platform, policy=Policy(closed=closed)) == []


@given(valid_programs(), st.randoms(use_true_random=False))
def test_a_program_without_one_of_its_tasks_has_findings_only_for_that(program: Program, random: Random) -> None:
    tasks = [unit for unit in program if unit.kind is Kind.TASK]
    gone = random.choice(tasks)
    rest = Program(tuple(unit for unit in program if unit is not gone))
    found = check_program(rest, platform=Platform(), policy=Policy(closed=True))
    assert {finding.code.id for _, finding in found} <= {"FTC380"}
    assert all(repr(gone.id.name) in finding.message for _, finding in found)
