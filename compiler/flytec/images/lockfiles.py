"""Files of requirements: what pip reads as it is, and lock files, which their own tool turns into that.

One table, a row a tool.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from flytec.codes import DEPENDENCIES_FAILED, INSTALLER_MISSING
from flytec.diagnostics import CannotRunError, Location, cannot_run
from flytec.records import dataclass

LAST_LINES = 20
"""How much of what a tool says goes into an error."""


@dataclass(frozen=True, slots=True)
class LockTool:
    """What exports a lock file: the program, its arguments in the project's folder, and how to get the program."""

    program: str
    arguments: tuple[str, ...]
    hint: str


LOCK_TOOLS: Mapping[str, LockTool] = {
    # As flytekit has `uv sync` do: what is locked, without development dependencies and the project itself.
    "uv.lock": LockTool(
        "uv",
        (
            "export",
            "--locked",
            "--no-dev",
            "--no-emit-project",
            "--no-header",
            "--no-annotate",
            "--quiet",
            "--format",
            "requirements-txt",
        ),
        "Run pip install 'flytec[images]'.",
    ),
    "poetry.lock": LockTool(
        "poetry",
        ("export", "--format", "requirements.txt", "--without", "dev", "--no-interaction", "--quiet"),
        "Run pip install poetry poetry-plugin-export, or write the packages to requirements.txt.",
    ),
}

REQUIREMENTS_FILES = (*LOCK_TOOLS, "requirements.txt")
"""What a project's dependencies are looked for in, in this order."""

Which = Callable[[str], str | None]


def is_lock(file: Path) -> bool:
    """Whether a file of requirements is a lock file by its name, which is how flytekit tells."""
    return file.name in LOCK_TOOLS


def exported(file: Path) -> str:
    """The text of a file of requirements for pip; that of a lock file is asked of its tool.

    Raises:
        CannotRunError: FTC537 without the tool, FTC536 where the lock does not fit its project; `OSError`.
    """
    tool = LOCK_TOOLS.get(file.name)
    if tool is None:
        return file.read_text(encoding="utf-8")
    if not (file.parent / "pyproject.toml").is_file():
        raise unresolved(file, "the lock file has no pyproject.toml beside it, expected the project that it locks")
    program = find_program(tool.program)
    if program is None:
        raise cannot_run(
            INSTALLER_MISSING,
            f"{tool.program} is not installed, which reads {file.name}",
            at=Location(str(file)),
            hint=tool.hint,
        )
    done = subprocess.run(
        [program, *tool.arguments], cwd=file.parent, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise unresolved(file, f"{tool.program} cannot resolve {file.name}", done.stderr or done.stdout)
    return done.stdout


def find_program(name: str) -> str | None:
    """A program on the path, beside the Python that runs flytec, or where a package of Python's brought it."""
    beside = Path(sys.executable).with_name(name)
    found = shutil.which(name) or (str(beside) if beside.is_file() else None)
    return found or (_uv_of_its_package() if name == "uv" else None)


def _uv_of_its_package() -> str | None:
    try:
        from uv import find_uv_bin

        return find_uv_bin()
    except (ImportError, FileNotFoundError):
        return None


def unresolved(file: Path | None, message: str, said: str = "") -> CannotRunError:
    """The error for requirements that give no set of packages, with what the tool said."""
    from flytec.diagnostics import Diagnostic

    lines = [line.rstrip() for line in said.splitlines() if line.strip()]
    return CannotRunError(
        Diagnostic(
            code=DEPENDENCIES_FAILED,
            message=message,
            location=Location(str(file)) if file else None,
            notes=tuple(lines[-LAST_LINES:]),
            hint="Correct the requirements; lock anew where they are locked.",
        )
    )
