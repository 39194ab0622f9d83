"""Whatever bytes are in a file: `inspect` shows it or says in one line why not, and never fails otherwise."""

import io
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flytec.cli.main import cli
from flytec.ir import pb
from programs import data_of, launch_plan, task, workflow

NAMES = ("x_1.pb", "x_2.pb", "x_3.pb", "x.pb", "x.tgz", "x")


def rich() -> list[bytes]:
    """Valid files with something of everything, to be damaged."""
    spec = pb.TaskSpec()
    spec.CopyFrom(task("t").message)
    spec.template.interface.inputs.variables["a"].type.union_type.variants.add(simple=pb.SimpleType.INTEGER)
    spec.template.custom.update({"k": [1, {"n": None}]})
    spec.template.metadata.timeout.seconds = 90
    flow = pb.WorkflowSpec()
    flow.CopyFrom(workflow("w").message)
    node = flow.template.nodes.add(id="n0")
    node.inputs.add(var="x").binding.promise.var = "a"
    block = node.branch_node.if_else
    block.case.condition.comparison.left_value.var = "x"
    block.case.then_node.task_node.reference_id.name = "t"
    block.error.message = "no"
    plan = pb.LaunchPlan()
    plan.CopyFrom(launch_plan("p").message)
    plan.spec.default_inputs.parameters["a"].default.scalar.binary.value = b"\x82\xa1a\x01\xa1b\x92\x01\x02"
    plan.spec.default_inputs.parameters["a"].default.scalar.binary.tag = "msgpack"
    plan.spec.fixed_inputs.literals["d"].scalar.primitive.datetime.seconds = 86400
    plan.spec.entity_metadata.schedule.rate.value = 2
    return [data_of(message) for message in (spec, flow, plan)]


def archive() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as made:
        for index, data in enumerate(rich()):
            entry = tarfile.TarInfo(f"{index}_x_{index + 1}.pb")
            entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))
    return packed.getvalue()[:5120]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A valid file with some bytes changed, left out, repeated or cut off."""
    data = bytearray(draw(st.sampled_from([*rich(), archive()])))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["change", "insert", "delete", "cut", "repeat"])):
            case "change":
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case "insert":
                data[at:at] = draw(st.binary(max_size=8))
            case "delete":
                del data[at : at + draw(st.integers(1, 8))]
            case "cut":
                del data[at:]
            case _:
                data[at:at] = data[at : at + 32]
    return bytes(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary() | damaged() | st.binary().map(b"\x1f\x8b".__add__),
    name=st.sampled_from(NAMES),
    form=st.sampled_from(["text", "json", "yaml"]),
)
def test_any_bytes_are_shown_or_refused_in_one_line_each(folder: Path, data: bytes, name: str, form: str) -> None:
    path = folder / name
    path.write_bytes(data)
    for arguments, stdin in (([str(path)], b""), (["-"], data)):
        result = CliRunner().invoke(cli, ["inspect", *arguments, "--format", form], input=stdin)
        assert result.exit_code in (0, 2), (result.exit_code, result.stderr)
        assert "Traceback" not in result.stderr
        shown = result.stdout + result.stderr if form == "text" else result.stderr
        assert all(line.isprintable() for line in shown.split("\n"))
        errors = [line for line in result.stderr.splitlines() if not line.startswith("  hint: ")]
        assert all("[FTC40" in line for line in errors)
        assert (result.exit_code == 2) == any(": error[FTC401 unreadable-file]: " in line for line in errors)


@given(data=st.binary() | damaged(), form=st.sampled_from(["text", "json"]))
def test_any_bytes_are_parsed_or_refused_in_one_line(data: bytes, form: str) -> None:
    arguments = ["parse-proto", "-f", "-", "-p", "flyteidl.admin.task_pb2.TaskSpec", "--format", form]
    result = CliRunner().invoke(cli, arguments, input=data)
    assert result.exit_code in (0, 2), (result.exit_code, result.stderr)
    assert result.exit_code == 0 or len(result.stderr.splitlines()) == 1
