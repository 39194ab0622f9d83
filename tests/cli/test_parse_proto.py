import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from google.protobuf import text_format

from flytec.cli.main import cli
from flytec.ir import pb
from programs import data_of, launch_plan, task

PLAN = "flyteidl.admin.launch_plan_pb2.LaunchPlan"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "plan.pb").write_bytes(data_of(launch_plan("nightly").message))
    monkeypatch.chdir(tmp_path)
    return "plan.pb"


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, ["parse-proto", *arguments], input=stdin)


def test_a_message_is_printed_in_full(file: str) -> None:
    result = run("-f", file, "-p", PLAN)
    assert (result.exit_code, result.stderr) == (0, "")
    assert text_format.Parse(result.stdout, pb.LaunchPlan()) == launch_plan("nightly").message
    assert result.stdout.startswith('id {\n  resource_type: LAUNCH_PLAN\n  name: "nightly"\n')


def test_the_long_options_are_those_of_flyte_cli(file: str) -> None:
    assert run("--filename", file, "--proto_class", PLAN).stdout == run("-f", file, "-p", PLAN).stdout


def test_json_is_on_offer(file: str) -> None:
    shown = json.loads(run("-f", file, "-p", PLAN, "--format", "json").stdout)
    assert list(shown) == sorted(shown)
    assert shown["id"] == {"resource_type": "LAUNCH_PLAN", "name": "nightly", "version": "v1"}


def test_any_message_of_flyteidl_can_be_named(tmp_path: Path) -> None:
    literals = pb.LiteralMap()
    literals.literals["x"].scalar.primitive.integer = 3
    data = literals.SerializeToString()
    shown = run("-f", "-", "-p", "flyteidl.core.literals_pb2.LiteralMap", stdin=data).stdout
    assert text_format.Parse(shown, pb.LiteralMap()) == literals


@pytest.mark.parametrize("name", ["os.system", "flyteidl.admin.launch_plan_pb2.Nope", "flyteidl.admin.LaunchPlan", ""])
def test_a_name_that_is_no_message_of_flyteidl_is_an_error(file: str, name: str) -> None:
    result = run("-f", file, "-p", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"error[FTC601 invalid-setting]: {name!r} is no message of flyteidl; a name like {PLAN} was expected\n"
        "  hint: Name the Python module and the class within it.\n"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff", "the bytes are no flyteidl.admin.LaunchPlan"), (None, "no such file or directory")],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, data: bytes | None, message: str) -> None:
    path = tmp_path / "x.pb"
    if data is not None:
        path.write_bytes(data)
    result = run("-f", str(path), "-p", PLAN)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{path}: error[FTC401 unreadable-file]: {message}\n"


def test_the_wrong_message_type_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "t.pb"
    spec = pb.TaskSpec()
    spec.template.id.CopyFrom(task("t").id)
    spec.template.task_type_version = 1
    path.write_bytes(data_of(spec))
    result = run("-f", str(path), "-p", "flyteidl.admin.workflow_pb2.WorkflowSpec")
    assert result.exit_code == 0
    assert result.stderr == (
        f"{path}: warning[FTC401 unreadable-file]: "
        "the file holds fields that flyteidl.admin.WorkflowSpec does not have, and which are not shown\n"
        "  hint: Try -p flyteidl.admin.task_pb2.TaskSpec.\n"
    )


def test_an_empty_file_is_an_empty_message(tmp_path: Path) -> None:
    (tmp_path / "inputs.pb").touch()
    result = run("-f", str(tmp_path / "inputs.pb"), "-p", "flyteidl.core.literals_pb2.LiteralMap")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "the file is empty, which reads as a flyteidl.core.LiteralMap without any field" in result.stderr


def test_a_message_without_json_form_is_an_error(tmp_path: Path) -> None:
    literal = pb.Literal()
    literal.scalar.primitive.datetime.seconds = 1 << 60
    (tmp_path / "l.pb").write_bytes(literal.SerializeToString())
    result = run("-f", str(tmp_path / "l.pb"), "-p", "flyteidl.core.literals_pb2.Literal", "--format", "json")
    assert result.exit_code == 2
    assert result.stderr.startswith("error[FTC401 unreadable-file]: the message has no JSON form: ")
    assert len(result.stderr.splitlines()) == 1
