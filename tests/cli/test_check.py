"""`flytec check`: what it takes, what it prints in each form, how it ends."""

import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from flytec.cli.main import cli
from layouts import lay_out

FLYTEC = str(Path(sys.executable).with_name("flytec"))
CLEAN = """\
from flytekit import task, workflow

@task
def t(n: int) -> int:
    return n

@workflow
def wf(n: int) -> int:
    return t(n=n)
"""
SECRET = """\
from flytekit import task

@task(environment={"DB_PASSWORD": "correct-horse"})
def t(n: int) -> int:
    return n
"""
SAID = "environment variable DB_PASSWORD holds a value that looks like the secret that its name promises"
MESSAGE = f"{SAID}, expected a reference to a secret"
HINT = "Give the task secret_requests=[Secret(group=..., key=...)], and revoke what was compiled."
TEXT = (
    f"flows.py:3: warning[FTC398 baked-in-secret]: {MESSAGE}\n"
    '  3 | @task(environment={"DB_PASSWORD": "correct-horse"})\n'
    "    |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
    "  in task flows.t\n"
    f"  hint: {HINT}\n"
    "\n"
    "1 warning in 1 entity\n"
)
STRICT = '[tool.flytec.check]\nerror = ["baked-in-secret"]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("FLYTEC_")]:
        monkeypatch.delenv(name)
    return tmp_path


def flytec(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin)


def check(files: Mapping[str, str], *arguments: str) -> Result:
    lay_out(Path.cwd(), files)
    return flytec("check", *arguments)


def ended(result: Result) -> tuple[int, str, str]:
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return (result.exit_code, result.stdout, result.stderr)


def emitted(files: Mapping[str, str], *sources: str) -> None:
    """Compiles to `out`."""
    lay_out(Path.cwd(), files)
    assert flytec("compile", *sources, "-o", "out").exit_code == 0


# What it takes.


@pytest.mark.parametrize("source", ["flows.py", ".", "flows", "./flows.py"])
def test_sources_are_files_folders_and_names(folder: Path, source: str) -> None:
    assert ended(check({"flows.py": SECRET}, source)) == (0, TEXT, "")


def test_clean_sources(folder: Path) -> None:
    assert ended(check({"flows.py": CLEAN}, ".")) == (0, "no findings in 3 entities\n", "")


def test_emitted_folders_are_told_by_what_they_hold(folder: Path) -> None:
    emitted({"flows.py": SECRET}, "flows.py")
    (file,) = (folder / "out").iterdir()
    about = f"  in task flows.t, out/{file.name}: template.container.env[0].value\n"
    assert ended(flytec("check", "out")) == (0, TEXT.replace("  in task flows.t\n", about), "")


def test_without_a_manifest_the_place_is_the_file_and_the_field(folder: Path) -> None:
    emitted({"flows.py": SECRET}, "flows.py")
    (folder / "out.manifest.json").unlink()
    (file,) = (folder / "out").iterdir()
    shown = f"out/{file.name}"
    expected = (
        f"{shown}: warning[FTC398 baked-in-secret]: {MESSAGE}\n"
        "  in task flows.t, template.container.env[0].value\n"
        f"  hint: {HINT}\n"
        "\n"
        "1 warning in 1 entity\n"
    )
    for path in ("out", shown, str(folder / "out")):
        assert ended(flytec("check", path)) == (0, expected, "")


def test_archives_and_standard_input(folder: Path) -> None:
    emitted({"flows.py": SECRET}, "flows.py")
    with tarfile.open("out.tgz", "w:gz") as archive:
        for path in sorted((folder / "out").iterdir()):
            archive.add(path, path.name)
    (file,) = (folder / "out").iterdir()
    for arguments, stdin, place in (
        (("check", "out.tgz"), None, f"out.tgz!{file.name}"),
        (("check", "-"), (folder / "out.tgz").read_bytes(), f"<stdin>!{file.name}"),
        (("check", "-"), file.read_bytes(), "<stdin>"),
    ):
        code, stdout, stderr = ended(flytec(*arguments, stdin=stdin))
        assert (code, stderr) == (0, "")
        assert stdout.startswith(f"{place}: warning[FTC398 baked-in-secret]: {MESSAGE}\n")
        assert stdout.endswith("\n1 warning in 1 entity\n")


def test_all_paths_are_one_set(folder: Path) -> None:
    """A workflow in sources may call what is emitted elsewhere, and each file is looked at once."""
    emitted({"flows.py": CLEAN}, "flows.py")
    result = check({"src/other.py": SECRET}, "out", "src", "src/other.py", "out")
    assert ended(result)[1].endswith("\n1 warning in 4 entities\n")


def test_a_model_beside_sources_is_no_emitted_file(folder: Path) -> None:
    lay_out(folder, {"flows.py": CLEAN})
    (folder / "saved_model.pb").write_bytes(b"\x08\x01\x12\x9c\x03\x0a")
    assert ended(flytec("check", ".")) == (0, "no findings in 3 entities\n", "")


def test_a_folder_of_both_kinds_is_neither(folder: Path) -> None:
    emitted({"flows.py": CLEAN}, "flows.py")
    (folder / "out" / "flows.py").write_text(CLEAN)
    assert ended(flytec("check", "out")) == (
        2,
        "",
        "error[FTC108 unusable-source]: out holds both Python files and emitted files, expected a folder of one kind\n"
        "  hint: Name the files, such as FOLDER/*.py or FOLDER/*.pb.\n",
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone.pb", "gone.pb does not exist; "),
        ("", "a path without a name does not exist; "),
        ("a/b c", "a/b c does not exist; "),
    ],
)
def test_a_path_that_is_not_there_is_exit_2(folder: Path, path: str, said: str) -> None:
    assert ended(flytec("check", path)) == (
        2,
        "",
        f"error[FTC100 source-not-found]: {said}"
        "a source, an emitted file or folder, an archive or a dotted package was expected\n"
        f"  hint: Name it relative to {folder}, or in full.\n",
    )


def test_a_package_that_is_not_there_is_exit_2(folder: Path) -> None:
    code, stdout, stderr = ended(flytec("check", "no.such.package"))
    assert (code, stdout) == (2, "")
    assert stderr.startswith("error[FTC100 source-not-found]: package no.such.package is neither below ")


def test_what_cannot_be_read_at_all_is_exit_2(folder: Path) -> None:
    (folder / "x_1.pb").write_bytes(b"no message")
    code, stdout, stderr = ended(flytec("check", "x_1.pb"))
    assert (code, stdout) == (2, "")
    assert stderr.startswith("x_1.pb: error[FTC401 unreadable-file]: ")
    assert stderr.count("\n") <= 2


def test_one_file_that_cannot_be_read_is_a_finding(folder: Path) -> None:
    emitted({"flows.py": CLEAN}, "flows.py")
    (folder / "out" / "9_x_1.pb").write_bytes(b"no message")
    code, stdout, stderr = ended(flytec("check", "out"))
    assert (code, stderr) == (1, "")
    assert stdout.startswith(
        "out/9_x_1.pb: error[FTC401 unreadable-file]: the bytes are no flyteidl message; "
        "a TaskSpec, WorkflowSpec or LaunchPlan was expected\n"
    )


def test_nothing_to_check_is_exit_3(folder: Path) -> None:
    assert ended(check({"plain.py": "x = 1\n"}, ".")) == (
        3,
        "",
        "error[FTC103 nothing-to-compile]: no task, workflow or launch plan is in .\n"
        "  hint: Name sources that declare one, or what was emitted for them.\n",
    )


# How it ends, and what the options do.


def test_an_error_is_exit_1(folder: Path) -> None:
    code, stdout, stderr = ended(check({"flows.py": SECRET, "pyproject.toml": STRICT}, "flows.py"))
    assert (code, stderr) == (1, "")
    assert stdout == TEXT.replace("warning[", "error[").replace("1 warning", "1 error")


def test_all_findings_at_once(folder: Path) -> None:
    """A module that fails does not keep the others from being checked."""
    code, stdout, stderr = ended(check({"flows.py": SECRET, "broken.py": "1 / 0\n"}, "."))
    assert (code, stderr) == (1, "")
    assert stdout == (
        "broken.py:1: error[FTC101 module-failed]: module broken raises ZeroDivisionError: division by zero\n"
        "  1 | 1 / 0\n"
        "    | ^^^^^\n"
        f"\n{TEXT.replace('1 warning', '1 error, 1 warning')}"
    )


def test_quiet_shows_errors_only(folder: Path) -> None:
    assert ended(flytec("-q", "check", str(lay_out(folder, {"flows.py": SECRET})))) == (0, "", "")


def test_verbose_shows_the_way_there(folder: Path) -> None:
    lay_out(folder, {"flows.py": "def f():\n    1 / 0\n\nf()\n"})
    _, stdout, _ = ended(flytec("-v", "check", "."))
    assert "  the way there, innermost last:\n" in stdout


def test_a_comment_leaves_a_finding_out(folder: Path) -> None:
    source = SECRET.replace('horse"})', 'horse"})  # flytec: ignore[FTC398]')
    assert ended(check({"flows.py": source}, ".")) == (0, "no findings in 1 entity (1 ignored)\n", "")


def test_a_comment_without_a_finding_is_a_warning(folder: Path) -> None:
    source = CLEAN.replace("t(n=n)", "t(n=n)  # flytec: ignore[FTC398]")
    assert ended(check({"flows.py": source}, ".")) == (
        0,
        "flows.py:9: warning[FTC393 unused-ignore]: the comment ignores FTC398, but the statement has no such finding\n"
        "  9 |     return t(n=n)  # flytec: ignore[FTC398]\n"
        "    |            ^^^^^^\n"
        "  hint: Remove it or correct it.\n"
        "\n"
        "1 warning in 3 entities\n",
        "",
    )


def test_settings_weigh_by_path(folder: Path) -> None:
    files = {
        "flows.py": SECRET,
        "legacy/old.py": SECRET,
        "pyproject.toml": '[tool.flytec.check]\nerror = ["FTC398"]\nignore = {"legacy/**" = ["FTC3*"]}\n',
    }
    code, stdout, _ = ended(check(files, "."))
    assert (code, stdout.count("error["), stdout.splitlines()[-1]) == (1, 1, "1 error in 2 entities (1 ignored)")


def test_a_wrong_setting_is_exit_2(folder: Path) -> None:
    files = {"flows.py": CLEAN, "pyproject.toml": '[tool.flytec.check]\nerror = ["FTC39"]\n'}
    assert ended(check(files, ".")) == (
        2,
        "",
        "error[FTC601 invalid-setting]: pyproject.toml: [tool.flytec] check.error[0] is 'FTC39', "
        "expected the number or name of a code, such as FTC304, mismatching-types or FTC3*\n"
        "  hint: Correct check.\n",
    )


# The forms for machines.


def test_json_is_the_message_of_diagnostics(folder: Path) -> None:
    code, stdout, stderr = ended(check({"flows.py": SECRET}, ".", "--format", "json"))
    assert (code, stderr) == (0, "")
    document = json.loads(stdout)
    fingerprint = document["diagnostics"][0].pop("fingerprint")
    assert len(fingerprint) == 16
    assert document == {
        "version": 1,
        "diagnostics": [
            {
                "code": "FTC398",
                "slug": "baked-in-secret",
                "severity": "SEVERITY_WARNING",
                "message": MESSAGE,
                "location": {"path": "flows.py", "line": 3},
                "hint": HINT,
                "subject": {
                    "resource_type": "RESOURCE_TYPE_TASK",
                    "name": "flows.t",
                    "field": "template.container.env[0].value",
                },
            }
        ],
        "counts": {"entities": 1, "warnings": 1},
    }


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_run_that_cannot_be_is_a_document_too(folder: Path, form: str) -> None:
    code, stdout, stderr = ended(flytec("check", "gone.pb", "--format", form))
    assert code == 2
    assert "FTC100" in stderr
    document = json.loads(stdout)
    rows = document["diagnostics"] if form == "json" else document["runs"][0]["results"]
    assert [row.get("code") or row["ruleId"] for row in rows] == ["FTC100"]


def test_sarif(folder: Path) -> None:
    code, stdout, stderr = ended(check({"flows.py": SECRET}, ".", "--format", "sarif"))
    assert (code, stderr) == (0, "")
    (run,) = json.loads(stdout)["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["help"]["text"].split(".")[0]) == (
        "FTC398",
        "The value of an environment variable has the form of a known kind of token, "
        "or its name says that it is a password or key",
    )
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "flows.py"},
        "region": {"startLine": 3},
    }


def test_github(folder: Path) -> None:
    assert ended(check({"flows.py": SECRET}, ".", "--format", "github")) == (
        0,
        f"::warning file=flows.py,line=3,title=FTC398 baked-in-secret::{MESSAGE}%0Ain task flows.t%0Ahint: {HINT}\n",
        "",
    )


def test_the_form_may_be_a_setting(folder: Path) -> None:
    files = {"flows.py": CLEAN, "pyproject.toml": '[tool.flytec]\nformat = "json"\n'}
    assert json.loads(ended(check(files, "."))[1])["counts"] == {"entities": 3}
    assert ended(check(files, ".", "--format", "text"))[1] == "no findings in 3 entities\n"


# Baselines.


def write_baseline(*arguments: str) -> Any:
    code, stdout, stderr = ended(flytec("check", ".", "--write-baseline", "known.json", *arguments))
    assert (code, stderr) == (0, "")
    return stdout, json.loads(Path("known.json").read_text())


def test_a_baseline_is_a_readable_file(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET, "b.py": SECRET, "pyproject.toml": STRICT})
    stdout, baseline = write_baseline()
    assert stdout == "known.json: 2 findings\n"
    assert [{key: row[key] for key in row if key != "fingerprint"} for row in baseline["findings"]] == [
        {"count": 1, "code": "FTC398 baked-in-secret", "about": f"task {name}.t", "message": MESSAGE}
        for name in ("a", "b")
    ]
    assert baseline["version"] == 1


def test_only_what_is_new_is_reported(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET, "pyproject.toml": STRICT})
    write_baseline()
    lay_out(folder, {"a.py": f"# moved\n\n{SECRET}"})
    clean = (0, "no findings in 1 entity (1 in the baseline)\n", "")
    assert ended(flytec("check", ".", "--baseline", "known.json")) == clean
    lay_out(folder, {"b.py": SECRET})
    code, stdout, _ = ended(flytec("check", ".", "--baseline", "known.json"))
    assert (code, stdout.splitlines()[-1]) == (1, "1 error in 2 entities (1 in the baseline)")
    assert stdout.startswith("b.py:3: error[FTC398")


def test_one_more_of_a_kind_is_new(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET})
    write_baseline()
    twice = SECRET.replace('horse"}', 'horse", "OLD_PASSWORD": "correct-horse"}')
    lay_out(folder, {"a.py": twice})
    _, stdout, _ = ended(flytec("check", ".", "--baseline", "known.json"))
    assert stdout.splitlines()[-1] == "1 warning in 1 entity (1 in the baseline)"
    assert "OLD_PASSWORD" in stdout


def test_what_is_gone_is_noted(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET})
    write_baseline()
    lay_out(folder, {"a.py": CLEAN})
    assert ended(flytec("check", ".", "--baseline", "known.json")) == (
        0,
        "known.json: note[FTC399 stale-baseline]: the baseline knows 1 finding that is gone, "
        "expected only what there is\n"
        "  hint: Write it anew with --write-baseline.\n"
        "\n"
        "1 note in 3 entities\n",
        "",
    )


def test_what_may_be_hidden_by_an_error_is_not_gone(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET})
    write_baseline()
    lay_out(folder, {"a.py": "1 / 0\n"})
    _, stdout, _ = ended(flytec("check", ".", "--baseline", "known.json"))
    assert "FTC399" not in stdout


def test_a_baseline_that_is_written_anew_knows_all(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET})
    _, first = write_baseline()
    stdout, second = write_baseline("--baseline", "known.json")
    assert (stdout, second) == ("known.json: 1 finding\n", first)


def test_a_baseline_may_be_a_setting(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET})
    write_baseline()
    lay_out(folder, {"pyproject.toml": '[tool.flytec]\nbaseline = "known.json"\n', "inner/": ""})
    assert ended(flytec("check", "a.py"))[1] == "no findings in 1 entity (1 in the baseline)\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            None,
            "error[FTC601 invalid-setting]: the baseline known.json does not exist, "
            "expected a file that --write-baseline wrote\n  hint: Write it with --write-baseline known.json.\n",
        ),
        (
            "nonsense",
            "known.json: error[FTC605 invalid-config-file]: this is no baseline (",
        ),
        (
            '{"version": 7}',
            "known.json: error[FTC605 invalid-config-file]: the baseline has version 7, expected 1\n"
            "  hint: Write it anew.\n",
        ),
        ("{}", "known.json: error[FTC605 invalid-config-file]: the baseline has version 0, expected 1\n"),
    ],
)
def test_a_baseline_that_is_none_is_exit_2(folder: Path, content: str | None, said: str) -> None:
    lay_out(folder, {"a.py": CLEAN} | ({} if content is None else {"known.json": content}))
    code, stdout, stderr = ended(flytec("check", ".", "--baseline", "known.json"))
    assert (code, stdout) == (2, "")
    assert stderr.startswith(said)


def test_a_baseline_that_cannot_be_written_is_exit_2(folder: Path) -> None:
    lay_out(folder, {"a.py": SECRET})
    assert ended(flytec("check", ".", "--write-baseline", "no/known.json")) == (
        2,
        "",
        "no/known.json: error[FTC404 output-failed]: the baseline cannot be written: No such file or directory\n",
    )


# In a process of its own.


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(folder), **environment}
    return subprocess.run(
        [FLYTEC, *arguments], cwd=folder, env=surroundings, capture_output=True, text=True, check=False, timeout=60
    )


def test_what_modules_print_is_not_on_stdout(tmp_path: Path) -> None:
    printing = f"import atexit\nprint('loading')\natexit.register(print, 'bye')\n{SECRET}"
    lay_out(tmp_path, {"flows.py": printing})
    done = run(tmp_path, "check", "flows.py", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "loading\nbye\n")
    assert json.loads(done.stdout)["counts"] == {"entities": 1, "warnings": 1}


def test_a_setting_in_the_environment(tmp_path: Path) -> None:
    lay_out(tmp_path, {"flows.py": SECRET})
    done = run(tmp_path, "check", ".", FLYTEC_CHECK='{"error": ["FTC398"]}')
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "1 error in 1 entity")


def test_emitted_files_are_checked_without_the_front_end(tmp_path: Path) -> None:
    """Nothing that loads or lowers sources is imported for them."""
    lay_out(tmp_path, {"flows.py": CLEAN})
    assert run(tmp_path, "compile", "flows.py", "-o", "out").returncode == 0
    code = (
        "import sys; from flytec.cli.main import cli; "
        "cli(['check', 'out'], standalone_mode=False); "
        "print([n for n in sys.modules if n.startswith(('flytec.lower', 'flytec.authoring'))], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("no findings in 3 entities\n", "[]\n")
