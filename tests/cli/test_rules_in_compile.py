"""The control plane's rules where programs are made: an error stops the emission; and what the server has already."""

import json
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flytec import serialize_to_folder
from flytec.app import aside, checks_aside
from flytec.cli.main import cli
from flytec.diagnostics import UserError
from flytec.settings import ImageConfig, SerializationSettings
from layouts import lay_out

REFUSED = """\
from flytekit import conditional, task, workflow

@task
def halve(x: float) -> float:
    return x / 2

@workflow
def wf(x: float) -> float:
    return (
        conditional("big")
        .if_(x > 3)
        .then(halve(x=x))
        .else_()
        .fail("too small")
    )
"""
SAID = (
    "src/flows.py:10: error[FTC304 mismatching-types]: a condition of n0 (a conditional) compares float with int, "
    "expected one type on both sides\n"
    "  hint: Write the constant in the type of the input: 3.0 for a float, 3 for an int.\n"
)
CALLER = """\
from flytekit import reference_task, workflow

@reference_task(project="acme", domain="production", name="lib.{name}", version="v7")
def load(n: int) -> {kind}: ...

@workflow
def wf() -> {kind}:
    return load(n=1)
"""
LIBRARY = """\
from flytekit import task

@task
def load(n: int) -> int:
    return n
"""
IDENTITY = ("--project", "acme", "--domain", "production", "--version", "v7")


@pytest.fixture(autouse=True, params=["in one process", "in two processes"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "in two processes":
        monkeypatch.setattr(checks_aside, "_MANY_MODULES", 1)
        monkeypatch.setattr(aside, "_can_copy", lambda: True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def flytec(files: Mapping[str, str], *arguments: str) -> tuple[int, str, str]:
    lay_out(Path.cwd(), files)
    result: Result = CliRunner().invoke(cli, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


COMMANDS = {
    "compile": ("compile", "src", "-o", "out"),
    "serialize": ("-k", "flows", "serialize", "--local-source-root", "src", "workflows", "-f", "out"),
}


def with_option(command: str, *options: str) -> tuple[str, ...]:
    arguments = COMMANDS[command]
    place = arguments.index(command) + 1
    return (*arguments[:place], *options, *arguments[place:])


@pytest.mark.parametrize("command", COMMANDS)
def test_an_error_stops_the_emission(command: str) -> None:
    files = {"src/flows.py": REFUSED, "out/": ""}
    assert flytec(files, *with_option(command)) == (1, "", SAID)
    assert list(Path("out").iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_without_checks_it_is_written(command: str) -> None:
    files = {"src/flows.py": REFUSED, "out/": ""}
    assert flytec(files, *with_option(command, "--no-check")) == (0, "out: 1 task, 1 workflow, 1 launch plan\n", "")
    assert len(list(Path("out").iterdir())) == 3


def test_a_run_that_keeps_going_writes_it_and_ends_with_1() -> None:
    outcome = flytec({"src/flows.py": REFUSED}, *with_option("compile", "--keep-going"))
    assert outcome == (1, "out: 1 task, 1 workflow, 1 launch plan\n", SAID)
    assert len(list(Path("out").iterdir())) == 3


def test_json_has_the_findings() -> None:
    code, stdout, _ = flytec({"src/flows.py": REFUSED}, *with_option("compile", "--format", "json"))
    (finding,) = json.loads(stdout)["findings"]
    assert (code, finding["code"], finding["location"]) == (1, "FTC304", {"path": "src/flows.py", "line": 10})
    assert (finding["subject"]["name"], finding["subject"]["node"]) == ("flows.wf", "n0")


def test_comments_and_settings_count_here_too() -> None:
    ignored = REFUSED.replace('conditional("big")', 'conditional("big")  # flytec: ignore[mismatching-types]')
    assert flytec({"src/flows.py": ignored}, *COMMANDS["compile"])[0] == 0
    warned = {"src/flows.py": REFUSED, "pyproject.toml": '[tool.flytec.check]\nwarn = ["FTC304"]\n'}
    assert flytec(warned, *COMMANDS["compile"])[::2] == (0, SAID.replace("error[", "warning["))


def test_without_checks_no_comment_is_useless() -> None:
    source = REFUSED.replace("x > 3", "x > 3.0").replace("return x / 2", "return x / 2  # flytec: ignore[FTC304]")
    assert "FTC393" in flytec({"src/flows.py": source}, *COMMANDS["compile"])[2]
    assert flytec({}, *with_option("compile", "--no-check"))[2] == ""


def test_functions_refuse_what_commands_refuse(folder: Path) -> None:
    lay_out(folder, {"src/flows.py": REFUSED})
    settings = SerializationSettings(image_config=ImageConfig.auto_default_image())
    with pytest.raises(UserError, match="compares float with int"):
        serialize_to_folder(["flows"], settings, "src", str(folder / "out"))
    assert not (folder / "out").exists()


def test_limits_of_the_deployment() -> None:
    source = LIBRARY.replace("@task", '@task(requests=Resources(mem="4Gi"))').replace("task", "Resources, task", 1)
    files = {"src/flows.py": source}
    assert flytec(files, *COMMANDS["compile"])[0] == 0
    assert "FTC334" in flytec({}, *with_option("compile", "--platform", "server-defaults"))[2]
    limits = {"pyproject.toml": '[tool.flytec.platform]\nlimits = {memory = "8Gi"}\n'}
    assert flytec(limits, *COMMANDS["compile"])[0] == 0
    # An option replaces the table as a whole.
    assert flytec({}, *with_option("compile", "--platform", "server-defaults"))[0] == 1


@pytest.fixture
def released() -> None:
    """A library that is registered: as a folder with its manifest, and as an archive."""
    assert flytec({"lib.py": LIBRARY}, "compile", "lib.py", "-o", "released", *IDENTITY)[0] == 0
    with tarfile.open("released.tgz", "w:gz") as archive:
        for path in sorted(Path("released").iterdir()):
            archive.add(path, path.name)


NOTE = "note[FTC382 external-reference]"


@pytest.mark.parametrize("known", ["released", "released.tgz", "released/0_lib.load_1.pb", "released.manifest.json"])
def test_references_to_what_is_known(released: None, known: str) -> None:
    (file,) = Path("released").iterdir()
    file.rename("released/0_lib.load_1.pb")
    lay_out(Path.cwd(), {"src/flows.py": CALLER.format(name="load", kind="int")})
    assert NOTE in flytec({}, "check", "src")[1]
    assert flytec({}, "check", "src", "--known", known) == (0, "no findings in 2 entities\n", "")
    assert flytec({}, "check", "src", "--known", known, "--closed") == (0, "no findings in 2 entities\n", "")
    wrong = {"src/flows.py": CALLER.format(name="gone", kind="int")}
    assert NOTE in flytec(wrong, "check", "src", "--known", known)[1]
    code, stdout, _ = flytec({}, "check", "src", "--known", known, "--closed")
    assert (code, "error[FTC380 unresolved-reference]" in stdout) == (1, True)


@pytest.mark.parametrize(("known", "code"), [("released", 1), ("released.tgz", 1), ("released.manifest.json", 0)])
def test_types_are_compared_where_they_are_known(released: None, known: str, code: int) -> None:
    """A manifest says what there is, not what it takes."""
    lay_out(Path.cwd(), {"src/flows.py": CALLER.format(name="load", kind="str")})
    ended, stdout, _ = flytec({}, "check", "src", "--known", known)
    assert (ended, "FTC304" in stdout) == (code, bool(code))
    assert flytec({}, *with_option("compile", "--known", known))[0] == code


def test_what_is_known_may_be_a_setting(released: None) -> None:
    files = {
        "src/flows.py": CALLER.format(name="load", kind="int"),
        "pyproject.toml": '[tool.flytec]\nknown = ["released"]\nclosed = true\n',
    }
    assert flytec(files, "check", "src") == (0, "no findings in 2 entities\n", "")


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            "gone",
            "error[FTC100 source-not-found]: {cwd}/gone does not exist; "
            "an emitted folder, file or archive, or a manifest was expected\n  hint: Correct --known.\n",
        ),
        ("empty", "{cwd}/empty: error[FTC401 unreadable-file]: no .pb file is in the folder\n"),
        ("odd.json", "{cwd}/odd.json: error[FTC605 invalid-config-file]: this is no manifest ("),
    ],
)
def test_what_is_known_has_to_be_there(folder: Path, known: str, said: str) -> None:
    files = {"src/flows.py": LIBRARY, "empty/": "", "odd.json": "odd"}
    code, stdout, stderr = flytec(files, "check", "src", "--known", known)
    assert (code, stdout) == (2, "")
    assert stderr.startswith(said.format(cwd=folder))
