"""Files of requirements: what pip reads as it is, and lock files, which are turned into that, most by their own tool.

One table, a row a kind of lock file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from flytec.codes import DEPENDENCIES_FAILED, INSTALLER_MISSING
from flytec.diagnostics import CannotRunError, Location, cannot_run
from flytec.images import pylock
from flytec.records import dataclass
from flytec.settings import toml
from flytec.settings.tool_sources import PYPROJECT_NAME

LAST_LINES = 20
"""How much of what a tool says goes into an error."""


@dataclass(frozen=True, slots=True)
class LockTool:
    """What exports a lock file: the program, its arguments for a project, and how to get the program."""

    program: str
    arguments: Callable[[Mapping[str, Any]], tuple[str, ...]]
    hint: str


def _uv_arguments(project: Mapping[str, Any]) -> tuple[str, ...]:  # noqa: ARG001 - uv knows the project's groups
    # As flytekit has `uv sync` do: what is locked, without development dependencies and the project itself.
    taken = ("--locked", "--no-dev", "--no-emit-project")
    return ("export", *taken, "--no-header", "--no-annotate", "--quiet", "--format", "requirements-txt")


def _poetry_arguments(project: Mapping[str, Any]) -> tuple[str, ...]:
    # As flytekit has `poetry install --without dev` do. The export has to be told the groups; it takes none by itself.
    of_poetry = project.get("tool", {}).get("poetry", {}).get("group", {})
    groups = {**project.get("dependency-groups", {}), **of_poetry}
    taken = sorted(
        name
        for name, group in groups.items()
        if name != "dev" and not (isinstance(group, dict) and group.get("optional"))
    )
    options = ("--with", ",".join(taken)) if taken else ()
    return ("export", "--format", "requirements.txt", "--no-interaction", *options)


_UV = LockTool("uv", _uv_arguments, "Run pip install 'flytec[images]'.")
_POETRY = LockTool(
    "poetry",
    _poetry_arguments,
    "Run pip install poetry poetry-plugin-export, or write the packages to requirements.txt.",
)


def _exported_by(tool: LockTool, file: Path) -> str:
    try:
        project = toml.loads((file.parent / PYPROJECT_NAME).read_text(encoding="utf-8"))
        arguments = tool.arguments(project)
    except FileNotFoundError:
        message = "the lock file has no pyproject.toml beside it, expected the project that it locks"
        raise unresolved(file, message) from None
    except (ValueError, AttributeError) as error:
        raise unresolved(file, f"the pyproject.toml beside the lock file is malformed ({error})") from error
    program = find_program(tool.program)
    if program is None:
        raise cannot_run(
            INSTALLER_MISSING,
            f"{tool.program} is not installed, which reads {file.name}",
            at=Location(str(file)),
            hint=tool.hint,
        )
    done = subprocess.run(
        [program, *arguments], cwd=file.parent, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise unresolved(file, f"{tool.program} cannot resolve {file.name}", done.stderr or done.stdout)
    return done.stdout


def _of_pylock(file: Path) -> str:
    try:
        return pylock.requirements_of(file)
    except pylock.UnusableLockError as error:
        raise unresolved(file, f"the lock file gives no requirements: {error}") from error


LOCK_FILES: Mapping[str, Callable[[Path], str]] = {
    "uv.lock": partial(_exported_by, _UV),
    "poetry.lock": partial(_exported_by, _POETRY),
    "pylock.toml": _of_pylock,
}
"""What makes requirements of a lock file, by the name that the file has."""

REQUIREMENTS_FILES = (*LOCK_FILES, "requirements.txt")
"""What a project's dependencies are looked for in, in this order."""


def is_lock(file: Path) -> bool:
    """Whether a file of requirements is a lock file by its name, which is how flytekit tells."""
    return file.name in LOCK_FILES or pylock.is_pylock(file.name)


def declares_dependencies(project: Path) -> bool:
    """Whether a pyproject.toml says that the project needs packages; not where it cannot be read."""
    try:
        document = toml.loads(project.read_text(encoding="utf-8"))
        declared = document.get("project", {})
        of_poetry = document.get("tool", {}).get("poetry", {}).get("dependencies", {})
        return bool(declared.get("dependencies")) or "dependencies" in declared.get("dynamic", ()) or bool(of_poetry)
    except (OSError, ValueError, AttributeError, TypeError):
        return False


def exported(file: Path) -> str:
    """The text of a file of requirements for pip; that of a lock file names all that is locked, and nothing else.

    Raises:
        CannotRunError: FTC537 without the tool, FTC536 where the lock does not fit its project or is malformed;
            `OSError`.
    """
    if not is_lock(file):
        return file.read_text(encoding="utf-8")
    return LOCK_FILES.get(file.name, _of_pylock)(file)


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
