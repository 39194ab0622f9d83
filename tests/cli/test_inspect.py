import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from flytec.artifact.write import write_artifact
from flytec.cli.main import cli
from flytec.diagnostics import Location
from flytec.ir import ours, pb
from flytec.ir.codec import from_json
from programs import INFO, data_of, launch_plan, program, task, workflow

SAMPLE = Path(__file__).with_name("flytekit_sample")
FLYTEC = Path(sys.executable).with_name("flytec")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    units = program(task("pkg.t", origin=Location("pkg/flow.py", 3)), workflow("pkg.w"), launch_plan("pkg.w"))
    write_artifact(units, tmp_path / "out", manifest=INFO)
    monkeypatch.chdir(tmp_path)
    return "out"


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin)


def test_a_folder_is_shown_in_registration_order(folder: str) -> None:
    result = run("inspect", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "1 task, 1 workflow, 1 launch plan\n"
        "\n"
        "task pkg.t\n"
        "  () -> None\n"
        "  version    v1\n"
        "  type       python-task\n"
        "  image      registry.example/image:1\n"
        "  declared   pkg/flow.py:3\n"
        "  file       out/0_pkg.t_1.pb\n"
        "\n"
        "workflow pkg.w\n"
        "  () -> None\n"
        "  version    v1\n"
        "  file       out/1_pkg.w_2.pb\n"
        "\n"
        "launch plan pkg.w\n"
        "  () -> None\n"
        "  version    v1\n"
        "  workflow   pkg.w v1\n"
        "  file       out/2_pkg.w_3.pb\n"
    )


def test_files_of_flytekit_are_shown_in_the_words_of_their_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    made = subprocess.run(
        [
            *(
                str(FLYTEC.with_name("pyflyte")),
                "-k",
                SAMPLE.name,
                "serialize",
                "--image",
                "registry.example/forecast:v1",
            ),
            *("workflows", "-f", str(tmp_path / "out")),
        ],
        cwd=SAMPLE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    monkeypatch.chdir(tmp_path)
    result = run("inspect", "out")
    shown = re.sub(r"(FLYTE_SDK python) \S+", r"\1 VERSION", result.stdout)
    assert shown == (SAMPLE / "inspect.txt").read_text()
    assert (result.exit_code, result.stderr) == (0, "")


def test_json_is_the_message_and_yaml_the_same_data(folder: str) -> None:
    shown = run("inspect", folder, "--format", "json").stdout
    inspection = from_json(ours.Inspection, shown)
    assert inspection.version == 1
    assert [entity.id.name for entity in inspection.entities] == ["pkg.t", "pkg.w", "pkg.w"]
    assert inspection.entities[0].origin == ours.Location(path="pkg/flow.py", line=3)
    assert yaml.safe_load(run("inspect", folder, "--format", "yaml").stdout) == json.loads(shown)


def test_one_kind_can_be_asked_for(folder: str) -> None:
    for name, title in (("task", "task pkg.t"), ("workflow", "workflow pkg.w"), ("launch_plan", "launch plan pkg.w")):
        assert run("inspect", folder, "--type", name).stdout.splitlines()[0] == title
    assert run("inspect", folder, "--type", "task", "--type", "workflow").stdout.startswith("1 task, 1 workflow\n")


def test_a_pipe_is_shown() -> None:
    result = run("inspect", "-", stdin=data_of(workflow("w").message))
    assert result.stdout.splitlines()[0] == "workflow w"
    assert result.stdout.splitlines()[-1] == "  file       <stdin>"


def test_several_paths_are_shown_in_their_order(folder: str) -> None:
    result = run("inspect", "out/2_pkg.w_3.pb", "out/0_pkg.t_1.pb")
    assert re.findall("file +(.*)", result.stdout) == ["out/2_pkg.w_3.pb", "out/0_pkg.t_1.pb"]


def test_what_cannot_be_read_is_said_beside_what_can(folder: str) -> None:
    Path("out/0_pkg.t_1.pb").write_bytes(b"")
    result = run("inspect", folder, "nowhere")
    assert result.exit_code == 2
    assert result.stdout.startswith("1 workflow, 1 launch plan\n")
    assert result.stderr == (
        "nowhere: error[FTC401 unreadable-file]: no such file or directory\n"
        "out/0_pkg.t_1.pb: error[FTC401 unreadable-file]: "
        "the file is empty; a task, workflow or launch plan was expected\n"
    )


def test_a_wrong_suffix_is_an_error_in_one_line(folder: str) -> None:
    Path("out/0_pkg.t_1.pb").rename("t_3.pb")
    result = run("inspect", "t_3.pb")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (2, "task pkg.t")
    assert result.stderr == (
        "t_3.pb: error[FTC401 unreadable-file]: "
        "this is a task, and the file name says launch plan; a name in _1.pb was expected\n"
    )


def test_findings_are_part_of_the_machine_readable_form(folder: str) -> None:
    Path("out/0_pkg.t_1.pb").write_bytes(b"")
    inspection = from_json(ours.Inspection, run("inspect", folder, "--format", "json").stdout)
    assert [(finding.code, finding.location.path) for finding in inspection.findings] == [
        ("FTC401", "out/0_pkg.t_1.pb")
    ]


def test_warnings_do_not_fail_and_can_be_silenced(folder: str) -> None:
    Path("out/README").touch()
    loud, quiet = run("inspect", folder), run("-q", "inspect", folder)
    assert (loud.exit_code, quiet.exit_code) == (0, 0)
    assert loud.stderr == (
        "out: warning[FTC402 foreign-file]: "
        "README is not .pb; `flytectl register files` refuses all files along with it\n"
    )
    assert quiet.stderr == ""


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "x_2.pb").write_bytes(data_of(workflow("w\x1b[2J\nw").message))
    shown = run("inspect", str(tmp_path / "x_2.pb")).stdout
    assert shown.splitlines()[0] == "workflow w\\x1b[2J\\nw"


def flytec(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([str(FLYTEC), *arguments], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("size", "message"),
    [
        (0, "the file is empty; a task, workflow or launch plan was expected"),
        (7, "the bytes are no flyteidl message; a TaskSpec, WorkflowSpec or LaunchPlan was expected"),
        (100_000_000, "the file is larger than 64 MiB, the most that is read"),
    ],
)
def test_a_file_that_is_no_message_is_one_line_on_stderr(tmp_path: Path, size: int, message: str) -> None:
    path = tmp_path / "x_1.pb"
    with path.open("wb") as stream:
        stream.write(b"\xff" * min(size, 7))
        stream.truncate(size)
    result = flytec("inspect", str(path))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{path}: error[FTC401 unreadable-file]: {message}\n"


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    write_artifact(program(*(task(f"t{index}") for index in range(2000))), tmp_path / "out", manifest=INFO)
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [str(FLYTEC), "inspect", str(tmp_path / "out")], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (141, "")


def test_a_stream_that_lacks_a_character_shows_its_escape(tmp_path: Path) -> None:
    (tmp_path / "x_2.pb").write_bytes(data_of(workflow("größe").message))
    result = flytec("inspect", str(tmp_path / "x_2.pb"), env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, r"workflow gr\xf6\xdfe")


@pytest.mark.parametrize(
    "command", [("inspect",), ("parse-proto", "-p", "flyteidl.core.literals_pb2.LiteralMap", "-f")]
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_no_map_of_a_message_shows_in_an_order_of_the_moment(
    tmp_path: Path, command: tuple[str, ...], form: str
) -> None:
    names = [f"k{index}" for index in range(12)]
    spec, literals = pb.TaskSpec(), pb.LiteralMap()
    spec.CopyFrom(task("t").message)
    for name in names:
        literals.literals[name].scalar.generic.update(dict.fromkeys(names, name))
        spec.template.custom[name] = name
        spec.template.config[name] = name
        spec.template.metadata.tags[name] = name
        spec.template.interface.inputs.variables[name].type.simple = pb.SimpleType.INTEGER
        spec.template.interface.outputs.variables[name].type.simple = pb.SimpleType.INTEGER
    path = tmp_path / "x"
    path.write_bytes((spec if command == ("inspect",) else literals).SerializeToString())
    shown = {flytec(*command, str(path), "--format", form).stdout for _ in range(3)}
    assert len(shown) == 1
    assert "k11" in shown.pop()
