"""Python packages, installed into a folder here for a Python and a platform that may be others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from flytec.codes import INSTALLER_MISSING
from flytec.diagnostics import cannot_run
from flytec.images.lockfiles import exported, find_program, is_lock, unresolved
from flytec.images.platforms import Platform
from flytec.images.recipe import Dependencies
from flytec.records import dataclass

_GLIBC = "manylinux_2_28"
_MUSL = "musllinux_1_2"
# Wheels for older C libraries run too; pip is told each, by the tag of its age.
_PIP_TAGS: Mapping[bool, tuple[str, ...]] = {
    False: (
        *(f"manylinux_2_{minor}" for minor in range(28, 16, -1)),
        "manylinux2014",
        "manylinux2010",
        "manylinux1",
        "linux",
    ),
    True: (_MUSL, "musllinux_1_1", "linux"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The Python that packages are installed for."""

    python_version: str
    platform: Platform
    is_musl: bool = False

    @property
    def is_here(self) -> bool:
        """Whether it is that which runs flytec, as far as packages can tell."""
        here = f"{sys.version_info.major}.{sys.version_info.minor}"
        return self.platform.is_here and here == self.python_version and not self.is_musl


@dataclass(frozen=True, slots=True)
class Installer:
    """A program that installs packages: its command line, and what speaks against using it for a target."""

    name: str
    command: Callable[[Target], list[str]]
    obstacle: Callable[[Target], str]


def _uv_command(target: Target) -> list[str]:
    libc = _MUSL if target.is_musl else _GLIBC
    program = find_program("uv") or "uv"
    options = ["--python-version", target.python_version, "--python-platform", f"{target.platform.machine}-{libc}"]
    return [program, "pip", "install", "--no-progress", "--link-mode", "copy", "--python", sys.executable, *options]


def _pip_command(target: Target) -> list[str]:
    tags = [f"{tag}_{target.platform.machine}" for tag in _PIP_TAGS[target.is_musl]]
    platforms = [word for tag in tags for word in ("--platform", tag)]
    options = ["--disable-pip-version-check", "--no-input", "--no-compile", "--python-version", target.python_version]
    return [sys.executable, "-m", "pip", "install", *options, "--implementation", "cp", *platforms]


def _uv_obstacle(target: Target) -> str:  # noqa: ARG001 - uv resolves for any
    return "" if find_program("uv") else "uv is not installed"


def _pip_obstacle(target: Target) -> str:
    if find_spec("pip") is None:
        return "pip is not installed"
    if not target.is_here:
        # pip looks at the running Python for `python_version < "3.12"` and the like, whatever the target is.
        return "pip can tell conditions of requirements for its own Python and platform only"
    return ""


INSTALLERS: Mapping[str, Installer] = {
    "uv": Installer("uv", _uv_command, _uv_obstacle),
    "pip": Installer("pip", _pip_command, _pip_obstacle),
}


def install(dependencies: Dependencies, target: Target, folder: Path, work: Path, installer: str = "auto") -> None:
    """Installs into `folder`; `work` is an empty folder for what the installer reads.

    Raises:
        CannotRunError: FTC537 without an installer for the target, FTC536 where packages cannot be had.
    """
    chosen = _choose(target, installer)
    arguments = [*options_of(dependencies), "--target", str(folder), "--only-binary", ":all:"]
    for file in requirement_files(dependencies, work):
        arguments += ["--requirement", str(file)]
    where = dependencies.file.parent if dependencies.file else work
    done = subprocess.run(
        [*chosen.command(target), *arguments], cwd=where, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        what = f"{chosen.name} cannot install the packages for Python {target.python_version} on {target.platform}"
        raise unresolved(dependencies.file, what, done.stderr or done.stdout)


def options_of(dependencies: Dependencies) -> list[str]:
    """The options of pip and uv for these packages: of a lock file what it lists, and nothing that packages ask for."""
    is_locked = dependencies.file is not None and is_lock(dependencies.file)
    return [*dependencies.options(), *(["--no-deps"] if is_locked else [])]


def requirement_files(dependencies: Dependencies, work: Path) -> list[Path]:
    """The files that pip is given: the user's as it is, the export of a lock file, and one of single packages.

    Raises:
        CannotRunError: as `exported` does.
    """
    files = []
    if dependencies.file is not None and is_lock(dependencies.file):
        locked = work / "flytec-locked.txt"
        locked.write_text(exported(dependencies.file), encoding="utf-8")
        files.append(locked)
    elif dependencies.file is not None:
        files.append(dependencies.file)
    if dependencies.packages:
        packages = work / "flytec-packages.txt"
        packages.write_text("".join(f"{package}\n" for package in dependencies.packages), encoding="utf-8")
        files.append(packages)
    return files


def _choose(target: Target, wanted: str) -> Installer:
    names: Sequence[str] = tuple(INSTALLERS) if wanted == "auto" else (wanted,)
    obstacles = []
    for name in names:
        obstacle = INSTALLERS[name].obstacle(target)
        if not obstacle:
            return INSTALLERS[name]
        obstacles.append(obstacle)
    raise cannot_run(
        INSTALLER_MISSING,
        f"packages for Python {target.python_version} on {target.platform} cannot be installed: {'; '.join(obstacles)}",
        hint="Run pip install 'flytec[images]', which brings uv.",
    )
