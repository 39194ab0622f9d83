"""Packages for an image: whichever tool installs them, the same files; lock files; what does not resolve."""

import subprocess
import sys
from pathlib import Path

import pytest

from flytec.diagnostics import CannotRunError
from flytec.images import dependencies as dependencies_module
from flytec.images.dependencies import Target, install
from flytec.images.included import included_files
from flytec.images.installed import installed_files, make_uniform, path_files
from flytec.images.lockfiles import exported
from flytec.images.platforms import Platform, parse_platforms
from flytec.images.recipe import Dependencies, files_digest
from layouts import lay_out
from unit.images.building import said
from wheels import flytekit_wheel, write_wheel

HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
(LINUX,) = parse_platforms("linux/amd64", "")
pytestmark = pytest.mark.skipif(not LINUX.is_here, reason="pip installs for its own platform, here linux/amd64")


def of(wheels: Path, *packages: str, file: Path | None = None) -> Dependencies:
    return Dependencies(packages=packages, file=file, extra_args=("--no-index", "--find-links", str(wheels)))


def installed(folder: Path, dependencies: Dependencies, installer: str, target: Target | None = None) -> Path:
    work = folder / "work"
    work.mkdir(parents=True)
    install(dependencies, target or Target(python_version=HERE, platform=LINUX), folder / "out", work, installer)
    make_uniform(folder / "out")
    return folder / "out"


def test_pip_and_uv_give_the_same_files(tmp_path: Path) -> None:
    flytekit_wheel(tmp_path / "wheels")
    write_wheel(tmp_path / "wheels", "old", requires=["flytekit"])
    digests = {
        files_digest(installed_files(installed(tmp_path / name, of(tmp_path / "wheels", "old"), name)))
        for name in ("uv", "pip")
    }
    assert len(digests) == 1


def test_programs_run_the_containers_python(tmp_path: Path) -> None:
    flytekit_wheel(tmp_path / "wheels")
    folder = installed(tmp_path / "a", of(tmp_path / "wheels", "flytekit"), "pip")
    program = folder / "bin" / "pyflyte-execute"
    assert program.read_text().startswith("#!/usr/bin/env python3\n")
    done = subprocess.run(
        [program],
        env={"PATH": str(Path(sys.executable).parent), "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "started\n"
    record = (folder / "flytekit-1.16.31.dist-info" / "RECORD").read_text().splitlines()
    assert [row.partition(",")[0] for row in record] == [
        "bin/pyflyte-execute",
        "flytekit-1.16.31.dist-info/METADATA",
        "flytekit-1.16.31.dist-info/RECORD",
        "flytekit-1.16.31.dist-info/WHEEL",
        "flytekit-1.16.31.dist-info/entry_points.txt",
        "flytekit/__init__.py",
        "flytekit/bin/entrypoint.py",
    ]
    (row,) = [file for file in installed_files(folder) if file.path.endswith("pyflyte-execute")]
    assert (row.path, row.mode) == ("/opt/flytec/bin/pyflyte-execute", 0o755)


def test_conditions_are_those_of_the_target(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    write_wheel(wheels, "app", requires=["elder; python_version < '3.9'", "arm; platform_machine == 'aarch64'"])
    write_wheel(wheels, "elder")
    write_wheel(wheels, "arm")
    target = Target(python_version="3.8", platform=Platform("linux", "arm64"))
    folder = installed(tmp_path / "a", of(wheels, "app"), "auto", target)
    assert (folder / "elder").is_dir()
    assert (folder / "arm").is_dir()


def test_pip_is_not_asked_for_another_python(tmp_path: Path) -> None:
    target = Target(python_version="3.8", platform=LINUX)
    with pytest.raises(CannotRunError) as error:
        install(of(tmp_path, "x"), target, tmp_path / "out", tmp_path, "pip")
    assert said(error.value) == [
        "FTC537 installer-missing packages for Python 3.8 on linux/amd64 cannot be installed: "
        "pip can tell conditions of requirements for its own Python and platform only"
    ]


def test_without_an_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies_module, "find_program", lambda _: None)
    monkeypatch.setattr(dependencies_module, "find_spec", lambda _: None)
    with pytest.raises(CannotRunError) as error:
        install(of(tmp_path, "x"), Target(python_version=HERE, platform=LINUX), tmp_path / "out", tmp_path)
    assert said(error.value) == [
        f"FTC537 installer-missing packages for Python {HERE} on linux/amd64 cannot be installed: "
        "uv is not installed; pip is not installed"
    ]
    assert [row.hint for row in error.value.findings] == ["Run pip install 'flytec[images]', which brings uv."]


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_packages_that_cannot_be_had(tmp_path: Path, installer: str) -> None:
    (tmp_path / "wheels").mkdir()
    file = tmp_path / "requirements.txt"
    file.write_text("nowhere==1\n")
    with pytest.raises(CannotRunError) as error:
        installed(tmp_path / "a", of(tmp_path / "wheels", file=file), installer)
    (finding,) = error.value.findings
    assert said(error.value) == [
        f"FTC536 dependencies-failed {installer} cannot install the packages for Python {HERE} on linux/amd64"
    ]
    assert finding.location is not None
    assert finding.location.path == str(file)
    assert any("nowhere" in note for note in finding.notes)
    assert finding.hint == "Correct the requirements; lock anew where they are locked."


def test_packages_without_a_wheel(tmp_path: Path) -> None:
    wheel = write_wheel(tmp_path / "wheels", "windows")
    wheel.rename(wheel.with_name("windows-1.0-cp311-cp311-win_amd64.whl"))
    with pytest.raises(CannotRunError) as error:
        installed(tmp_path / "a", of(tmp_path / "wheels", "windows"), "pip")
    assert said(error.value) == [
        f"FTC536 dependencies-failed pip cannot install the packages for Python {HERE} on linux/amd64"
    ]


PROJECT = """
    [project]
    name = "app"
    version = "1"
    requires-python = ">=3.9"
    dependencies = ["old"]

    [tool.uv]
    no-index = true
    find-links = ["wheels"]

    [dependency-groups]
    dev = ["only-for-work"]
"""


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A project that is locked with uv: the folder."""
    write_wheel(tmp_path / "wheels", "old")
    write_wheel(tmp_path / "wheels", "only_for_work")
    lay_out(tmp_path, {"pyproject.toml": PROJECT})
    uv = dependencies_module.find_program("uv")
    assert uv is not None
    subprocess.run([uv, "lock", "--quiet", "--python", sys.executable], cwd=tmp_path, check=True)
    return tmp_path


def test_a_lock_file_of_uv(locked: Path) -> None:
    dependencies = Dependencies(
        file=locked / "uv.lock", extra_args=("--no-index", "--find-links", str(locked / "wheels"))
    )
    folder = installed(locked / "a", dependencies, "auto")
    assert (folder / "old" / "__init__.py").is_file()
    assert not (folder / "only_for_work").exists()


def test_a_lock_file_that_does_not_fit_its_project(locked: Path) -> None:
    lay_out(locked, {"pyproject.toml": PROJECT.replace('["old"]', '["old", "only-for-work"]')})
    with pytest.raises(CannotRunError) as error:
        exported(locked / "uv.lock")
    (finding,) = error.value.findings
    assert said(error.value) == ["FTC536 dependencies-failed uv cannot resolve uv.lock"]
    assert any("needs to be updated" in note for note in finding.notes)


def test_a_lock_file_without_its_project(tmp_path: Path) -> None:
    lay_out(tmp_path, {"uv.lock": ""})
    with pytest.raises(CannotRunError) as error:
        exported(tmp_path / "uv.lock")
    assert said(error.value) == [
        "FTC536 dependencies-failed the lock file has no pyproject.toml beside it, expected the project that it locks"
    ]


@pytest.mark.parametrize(
    ("project", "groups"),
    [
        ("", ""),
        ("[tool.poetry.group.dev.dependencies]\nold = '*'\n", ""),
        (
            "[dependency-groups]\ndocs = []\nrare = []\ndev = []\n"
            "[tool.poetry.group.ml.dependencies]\nold = '*'\n[tool.poetry.group.rare]\noptional = true\n",
            " --with docs,ml",
        ),
    ],
)
def test_a_lock_file_of_poetry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: str, groups: str) -> None:
    lay_out(tmp_path, {"poetry.lock": "", "pyproject.toml": project, "bin/poetry": '#!/bin/sh\necho "# $*"\n'})
    (tmp_path / "bin" / "poetry").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    told = f"# export --format requirements.txt --no-interaction{groups}\n"
    assert exported(tmp_path / "poetry.lock") == told


def test_a_lock_file_whose_tool_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"poetry.lock": "", "pyproject.toml": ""})
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRunError) as error:
        exported(tmp_path / "poetry.lock")
    assert said(error.value) == ["FTC537 installer-missing poetry is not installed, which reads poetry.lock"]


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_a_lock_file_of_any_tool(locked: Path, installer: str) -> None:
    uv = dependencies_module.find_program("uv")
    assert uv is not None
    made = [uv, "export", "--quiet", "--no-dev", "--format", "pylock.toml", "--output-file", "pylock.image.toml"]
    subprocess.run(made, cwd=locked, check=True, capture_output=True)
    dependencies = Dependencies(file=locked / "pylock.image.toml", extra_args=("--no-index",))
    folder = installed(locked / installer, dependencies, installer)
    assert (folder / "old" / "__init__.py").is_file()
    assert not (folder / "only_for_work").exists()


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_what_is_locked_is_all_that_is_installed(locked: Path, installer: str) -> None:
    write_wheel(locked / "wheels", "old", requires=["only-for-work"])
    dependencies = Dependencies(file=locked / "uv.lock", extra_args=("--no-index", "--find-links", "wheels"))
    folder = installed(locked / installer, dependencies, installer)
    assert (folder / "old" / "__init__.py").is_file()
    assert not (folder / "only_for_work").exists()


PYLOCK = """
    lock-version = "1.0"
    created-by = "hand"
    environments = ["sys_platform == 'linux'", "sys_platform == 'darwin'"]
    [[packages]]
    name = "one"
    version = "1.5"
    marker = "python_version < '3.12'"
    index = "https://pypi.org/simple"
    sdist = { url = "https://files.example/one.tar.gz", hashes = { sha256 = "bb" } }
    wheels = [{ url = "https://files.example/one.whl", hashes = { sha256 = "aa", sha512 = "cc" } }]
    [[packages]]
    name = "two"
    version = "2"
    index = "https://wheels.example/simple"
    wheels = [{ url = "https://wheels.example/two.whl", hashes = { sha256 = "dd" } }]
    [[packages]]
    name = "three"
    archive = { url = "https://files.example/three.zip", subdirectory = "py", hashes = { sha256 = "ee" } }
    [[packages]]
    name = "four"
    vcs = { type = "git", url = "https://git.example/four", commit-id = "0123" }
    [[packages]]
    name = "five"
    version = "5"
    wheels = [{ path = "wheels/five.whl", hashes = { sha256 = "ff" } }]
    [[packages]]
    name = "project"
    directory = { path = "." }
"""


def test_a_lock_file_as_requirements(tmp_path: Path) -> None:
    lay_out(tmp_path, {"pylock.toml": PYLOCK})
    where = "((sys_platform == 'linux') or (sys_platform == 'darwin'))"
    assert exported(tmp_path / "pylock.toml").splitlines() == [
        f"--find-links file://{tmp_path}/wheels",
        "--extra-index-url https://wheels.example/simple",
        f"one==1.5 ; (python_version < '3.12') and {where} --hash=sha256:aa --hash=sha256:bb --hash=sha512:cc",
        f"two==2 ; {where} --hash=sha256:dd",
        f"three @ https://files.example/three.zip#subdirectory=py ; {where} --hash=sha256:ee",
        f"four @ git+https://git.example/four@0123 ; {where}",
        f"five==5 ; {where} --hash=sha256:ff",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("lock-version = '2.0'\npackages = []", "its lock-version is '2.0', expected 1.0"),
        ("packages = []", "its lock-version is None, expected 1.0"),
        ("lock-version = '1.0'", "it is malformed (KeyError: 'packages'), expected a lock file"),
        ("lock-version = ", "it is malformed (Invalid value (at end of document))"),
        (
            "lock-version = '1.0'\n[[packages]]\nname = 'a'\nmarker = \"'dev' in dependency_groups\"\n",
            "package a hangs on 'dev' in dependency_groups, expected a lock without such choices",
        ),
        (
            "lock-version = '1.0'\n[[packages]]\nname = 'a'\ndirectory = { path = '../a' }\n",
            "package a is a folder of this machine, expected one that can be fetched",
        ),
        (
            "lock-version = '1.0'\n[[packages]]\nname = 'a'\nwheels = [{ url = 'x' }]\n",
            "it is malformed (KeyError: 'version'), expected a lock file",
        ),
    ],
)
def test_a_lock_file_that_gives_no_requirements(tmp_path: Path, text: str, reason: str) -> None:
    lay_out(tmp_path, {"pylock.toml": text})
    with pytest.raises(CannotRunError) as error:
        exported(tmp_path / "pylock.toml")
    assert said(error.value) == [f"FTC536 dependencies-failed the lock file gives no requirements: {reason}"]


def test_included_files_are_found(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "requirements.txt": "-r more/a.txt\nx==1 # -r none.txt\n--constraint=limits.txt\n-c https://host/c.txt\n",
            "more/a.txt": "-r../b.txt\n",
            "b.txt": "-r requirements.txt\n",
            "limits.txt": "",
        },
    )
    assert list(included_files(tmp_path / "requirements.txt")) == [
        "b.txt",
        "limits.txt",
        "more/a.txt",
        "requirements.txt",
    ]


def test_included_files_that_cannot_go_along(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "app", {"requirements.txt": "x\n-r none.txt\n"})
    with pytest.raises(CannotRunError) as error:
        included_files(folder / "requirements.txt")
    assert said(error.value) == ["FTC536 dependencies-failed line 2 includes none.txt, which does not exist"]
    lay_out(tmp_path, {"app/requirements.txt": "-r ../other.txt\n", "other.txt": ""})
    with pytest.raises(CannotRunError) as error:
        included_files(folder / "requirements.txt")
    assert said(error.value) == [
        "FTC540 source-outside-root the file includes ../other.txt, which lies outside of its folder"
    ]


def test_what_python_finds_in_site_packages_only(tmp_path: Path) -> None:
    write_wheel(tmp_path / "wheels", "old", files={"zz.pth": "import old\n"})
    folder = installed(tmp_path / "a", of(tmp_path / "wheels", "old"), "auto")
    assert path_files(folder) == ["zz.pth"]
