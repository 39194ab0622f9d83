"""`flytec codes`: every code is explained, its mistake has the finding, and its mend has none."""

import io
import re
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from google.protobuf import text_format

from flytec.cli.main import cli
from flytec.codes import Code, all_codes
from flytec.explain import Explanation, explanations_of
from flytec.ir import pb
from layouts import lay_out

FOUND = re.compile(r"\[(FTC\d+) [a-z0-9-]+\]")

# Codes whose mistake is none of the user's files: why there is no example that has it.
WITHOUT_EXAMPLE: Mapping[str, str] = {
    "FTC501": "a permission, which root does not need",
    "FTC502": "a file name that is no text",
    "FTC504": "a file that changes meanwhile",
    "FTC543": "a package of an index",
    "FTC602": "a context that another program hands over",
    "FTC900": "a fault of flytec's own",
}
# Codes whose example is not run here, and why; what they say is tested elsewhere.
NOT_RUN: Mapping[str, str] = {
    "FTC107": "flytekit is installed where the tests run",
    "FTC534": "a registry",
    "FTC535": "a registry",
    "FTC537": "hangs on the programs that are installed",
    "FTC538": "hangs on the programs that are installed",
    "FTC539": "a builder that runs",
    "FTC542": "a registry",
    "FTC544": "the packages are installed where the tests run",
    "FTC547": "a registry",
    "FTC548": "a registry",
}
EXPLANATIONS = list(explanations_of(all_codes()).values())


def name(explanation: Explanation) -> str:
    return explanation.code.id


def run(files: Mapping[str, str], command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Lays the files out and runs the command; `package.tgz!0_load_1.pb` is a member of an archive, `data@` a link."""
    folder.mkdir()
    lay_out(folder, {path: text for path, text in files.items() if not path.endswith((".pb", "@"))})
    for path, target in files.items():
        if path.endswith("@"):
            (folder / path.removesuffix("@")).symlink_to(target)
    archives: dict[str, dict[str, bytes]] = {}
    for path, text in files.items():
        if not path.endswith(".pb"):
            continue
        data = message(text)
        archive, _, member = path.rpartition("!")
        if archive:
            archives.setdefault(archive, {})[member] = data
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    for name, members in archives.items():
        with tarfile.open(folder / name, "w:gz") as archive_file:
            for member, data in members.items():
                entry = tarfile.TarInfo(member)
                entry.size = len(data)
                archive_file.addfile(entry, io.BytesIO(data))
    monkeypatch.chdir(folder)
    return CliRunner().invoke(cli, command.split())


def message(text: str) -> bytes:
    """A message by its text form, of the kind that has such fields; the text itself where none has."""
    for kind in (pb.TaskSpec, pb.WorkflowSpec, pb.LaunchPlan):
        try:
            return text_format.Parse(text, kind()).SerializeToString()
        except text_format.ParseError:
            continue
    return text.encode()


def found_in(result: Result) -> set[str]:
    return set(FOUND.findall(result.output))


@pytest.mark.parametrize("explanation", EXPLANATIONS, ids=name)
def test_every_code_has_an_example(explanation: Explanation) -> None:
    assert explanation.text
    assert (not explanation.mistake) == (explanation.code.id in WITHOUT_EXAMPLE)
    assert (not explanation.mend) == (explanation.code.id in WITHOUT_EXAMPLE)


@pytest.mark.parametrize(
    "explanation", [row for row in EXPLANATIONS if row.mistake and row.code.id not in NOT_RUN], ids=name
)
def test_the_mistake_has_the_finding_and_the_mend_has_none(
    explanation: Explanation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistake = run(explanation.mistake, explanation.command, tmp_path / "mistake", monkeypatch)
    assert explanation.code.id in found_in(mistake), mistake.output
    assert mistake.exception is None or isinstance(mistake.exception, SystemExit)
    mend = run(explanation.mend, explanation.mend_command, tmp_path / "mend", monkeypatch)
    assert (mend.exit_code, found_in(mend)) == (0, set()), mend.output


def test_tables_of_exceptions_are_not_stale() -> None:
    assert WITHOUT_EXAMPLE.keys() | NOT_RUN.keys() <= {code.id for code in all_codes()}


def test_codes_lists_all(monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(cli, ["codes"])
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [[code.id, code.slug] for code in all_codes()]


@pytest.mark.parametrize("name", ["FTC393", "ftc393", "unused-ignore"])
def test_a_code_is_explained_by_number_and_name(name: str) -> None:
    result = CliRunner().invoke(cli, ["codes", name])
    assert result.exit_code == 0
    assert result.stdout == (
        "FTC393 unused-ignore: A comment ignores what is not there\n"
        "\n"
        "A comment flytec: ignore[CODE] counts for the statement that it stands on. This one names a code\n"
        "that the statement has no finding of, or no code at all; left in place, it would hide the next\n"
        "mistake.\n"
        "\n"
        "The mistake:\n"
        "\n"
        "    from flytekit import task\n"
        "\n"
        "    @task  # flytec: ignore[FTC211]\n"
        "    def load() -> int:\n"
        "        return 1\n"
        "\n"
        "The mend:\n"
        "\n"
        "    from flytekit import task\n"
        "\n"
        "    @task\n"
        "    def load() -> int:\n"
        "        return 1\n"
    )


def test_an_example_of_several_files_shows_the_command() -> None:
    result = CliRunner().invoke(cli, ["codes", "FTC106"])
    assert "The mistake, one/flows.py:" in result.stdout
    assert "    $ flytec check one two\n" in result.stdout
    assert "    $ flytec check one\n" in result.stdout


def test_the_beginning_of_a_code_leads_to_one_that_begins_so() -> None:
    result = CliRunner().invoke(cli, ["codes", "ftc39"])
    assert "'ftc39' is no code" in result.output
    assert "Did you mean FTC390 failing-comparison?" in result.output


def test_an_unknown_code_is_a_usage_error() -> None:
    result = CliRunner().invoke(cli, ["codes", "unusd-ignore"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        "'unusd-ignore' is no code, expected one that `flytec codes` lists. Did you mean FTC393 unused-ignore?"
        in result.stderr
    )


def test_every_range_of_codes_has_its_file_and_no_entry_too_many() -> None:
    from flytec.explain import _entries

    for digit in sorted({code.id[3] for code in all_codes()}):
        assert sorted(_entries(f"FTC{digit}")) == sorted(code.id for code in codes_of(digit))


def codes_of(digit: str) -> list[Code]:
    return [code for code in all_codes() if code.id[3] == digit]
