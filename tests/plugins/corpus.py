"""The cases of plug-ins: `PLUGIN/CASE/program.py` is user code, `expected.txt` beside it what the real plug-in emits.

A case whose name ends with `_fast` is serialized for fast registration. In `PLUGIN/requirements.txt` stands what the
real plug-in and the cases need; the first line is the plug-in itself. `# live` behind it says that all of it installs
in less than a minute, `# alone` that it is installed without what it asks for, which emits nothing. `PLUGIN/fakes` has
packages that the real plug-in imports and that stand for such as are large; the stamp names them. `PLUGIN/stubs` has
what flytec finds of a library that no placeholder can stand for. `PLUGIN/exports.txt` has the public names of the real
one.
`make oracle PLUGIN=name` writes both kinds of files afresh.
"""

from dataclasses import dataclass
from pathlib import Path

from google.protobuf import text_format
from google.protobuf.message import Message

from differential.compare import read_message
from differential.oracle import Job

HERE = Path(__file__).parent
EXPECTED = "expected.txt"


@dataclass(frozen=True, slots=True)
class Plugin:
    """The folder of one plug-in."""

    folder: Path

    @property
    def name(self) -> str:
        """The name of the package, without `flytekitplugins-`."""
        return self.folder.name

    @property
    def requirements(self) -> list[str]:
        """What is installed for it, itself first."""
        lines = (self.folder / "requirements.txt").read_text().splitlines()
        return [requirement for line in lines if (requirement := line.partition("#")[0].strip())]

    @property
    def is_live(self) -> bool:
        """Whether the suite itself asks the real plug-in."""
        return "# live" in (self.folder / "requirements.txt").read_text()

    @property
    def is_alone(self) -> bool:
        """Whether what the real plug-in asks for is not installed."""
        return "# alone" in (self.folder / "requirements.txt").read_text()

    @property
    def fakes(self) -> Path:
        """The folder of packages that stand for large ones, which emit nothing themselves; it need not exist."""
        return self.folder / "fakes"

    @property
    def exports(self) -> Path:
        """The file of public names."""
        return self.folder / "exports.txt"

    def cases(self) -> list["Case"]:
        """Its cases, by name."""
        return [Case(path.parent) for path in sorted(self.folder.glob("*/program.py"))]


@dataclass(frozen=True, slots=True)
class Case:
    """One program that uses a plug-in."""

    folder: Path

    @property
    def name(self) -> str:
        """PLUGIN/CASE."""
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        """The file of what the real plug-in emits."""
        return self.folder / EXPECTED

    @property
    def stubs(self) -> Path:
        """The folder of packages that flytec finds in place of the real libraries; it need not exist."""
        return self.folder.parent / "stubs"

    @property
    def job(self) -> Job:
        """How it is serialized."""
        return Job(root=self.folder, packages=("program",))

    def arguments(self, folder: Path, *options: str) -> list[str]:
        """The command line, without the command; `options` are flytec's own."""
        rows = self.job.arguments(folder, *options)
        if self.name.endswith("_fast"):
            rows.insert(rows.index("workflows"), "fast")
        return rows


LIBRARIES = Plugin(HERE.parent / "libraries")
"""No plug-in, but laid out like one: a case that imports large libraries."""


def plugins() -> list[Plugin]:
    """All of them, by name."""
    return [Plugin(path.parent) for path in sorted(HERE.glob("*/requirements.txt"))]


def as_text(folder: Path) -> str:
    """The messages in a folder as people read them, in the order of their files."""
    messages = {path.name: read_message(path) for path in sorted(folder.glob("*.pb"))}
    return "".join(f"\n== {name} ==\n{_text(message)}" for name, message in messages.items())


def _text(message: Message) -> str:
    text: str = text_format.MessageToString(message, as_utf8=True)
    return text


def read(case: Case) -> tuple[str, str]:
    """The stamp of the expectation, and the expectation."""
    stamp, _, text = case.expected.read_text().partition("\n")
    return stamp, text


def stamp(python: str, versions: dict[str, str], fakes: Path) -> str:
    """The line that says what made an expectation."""
    packages = ", ".join(f"{name} {version}" for name, version in versions.items())
    faked = "".join(f", a fake {path.name}" for path in sorted(fakes.glob("*")))
    return f"# {packages}, Python {python}{faked}"
