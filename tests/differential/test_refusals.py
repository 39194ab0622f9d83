"""What flytekit refuses, flytec refuses: exit 1, nothing written, and each finding at its line.

A module under `refusals/` says in its first line which exception flytekit raises, or that it `accepts` or `exits`;
a comment `# expect: CODE message` stands on each line where flytec has a finding, or `# expect below: ...` on the line
above it (flytekit looks for the word "return" in a function's source). The message is compared whole.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from differential.corpus import HERE
from differential.oracle import Job, Oracle, flytec

EXPECTATION = re.compile(r"# expect(?P<below> below)?: (?P<code>FTC\d+) (?P<message>.+)$")
FINDING = re.compile(
    r"^(?P<path>[^ ]+\.py):(?P<line>\d+): error\[(?P<code>FTC\d+) [a-z-]+\]: (?P<message>.+)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One module, and what is expected of it."""

    path: Path
    flytekit: str
    findings: tuple[tuple[str, int, str, str], ...]

    @property
    def job(self) -> Job:
        """The module by itself."""
        return Job(root=self.path.parent, packages=(self.path.stem,))


def read(path: Path) -> Refusal:
    """Reads what a module says about itself."""
    lines = path.read_text().splitlines()
    matches = ((number, EXPECTATION.search(line)) for number, line in enumerate(lines, start=1))
    findings = tuple(
        (path.name, number + bool(match["below"]), match["code"], match["message"])
        for number, match in matches
        if match
    )
    return Refusal(path, lines[0].removeprefix("# flytekit: "), findings)


REFUSALS = [read(path) for path in sorted((HERE / "refusals").rglob("*.py"))]


def name(refusal: Refusal) -> str:
    return f"{refusal.path.parent.name}/{refusal.path.stem}"


@pytest.mark.parametrize("refusal", REFUSALS, ids=name)
def test_flytekit_does_what_the_module_says(refusal: Refusal, oracle: Oracle) -> None:
    outcome = oracle.pyflyte(refusal.job)
    match refusal.flytekit:
        case "accepts":
            assert (outcome.code, outcome.raised) == (0, ())
        case "exits":
            assert (outcome.code != 0, outcome.raised) == (True, ())
        case exception:
            assert (outcome.code, outcome.raised[:1]) == (1, (exception,))


@pytest.mark.parametrize("refusal", REFUSALS, ids=name)
def test_flytec_refuses_at_the_line(refusal: Refusal, tmp_path: Path) -> None:
    assert refusal.findings, "the module expects nothing"
    outcome = flytec(refusal.job, tmp_path)
    rows = [match.groups() for match in FINDING.finditer(outcome.log)]
    found = tuple((path, int(line), code, message) for path, line, code, message in rows)
    assert (outcome.code, dict(outcome.messages), found) == (1, {}, refusal.findings), outcome.log
