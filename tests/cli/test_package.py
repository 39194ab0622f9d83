"""`flytec package` and `serialize fast workflows`: a file or folder for flytectl; what is listed, what is refused."""

import gzip
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from layouts import lay_out

FLYTEC = str(Path(sys.executable).with_name("flytec"))
FLOW = """
    from flytekit import task, workflow
    from shop.rules import RATE

    @task
    def t(n: int) -> int:
        return n

    @workflow
    def wf(n: int) -> int:
        return t(n=n)
"""
PROJECT = {
    "shop/__init__.py": "",
    "shop/flows.py": FLOW,
    "shop/rules.py": "RATE = 1",
    "shop/unused.py": "",
    "a.txt": "",
}
FILES = ["a.txt", "shop/__init__.py", "shop/flows.py", "shop/rules.py", "shop/unused.py"]
UNITS = ["0_shop.flows.t_1.pb", "1_shop.flows.wf_2.pb", "2_shop.flows.wf_3.pb"]
COUNTS = "1 task, 1 workflow, 1 launch plan"


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    stdout: str
    stderr: str


def flytec(folder: Path, *arguments: str, environ: Mapping[str, str] | None = None, **options: object) -> Ended:
    """Runs the command in `folder`."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), **(environ or {})}
    done = subprocess.run(
        [FLYTEC, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60,
        **options,  # type: ignore[call-overload]
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


def package(folder: Path, *options: str) -> Ended:
    return flytec(folder, "-k", "shop.flows", "package", *options)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", PROJECT)


def names(package: Path) -> list[str]:
    with tarfile.open(package) as packed:
        return packed.getnames()


def sources(package: Path) -> list[str]:
    """The files in the archive of the sources within a package."""
    with tarfile.open(package) as packed:
        (member,) = (one for one in packed if one.name.startswith("fast"))
        inner = packed.extractfile(member)
        assert inner is not None
        with tarfile.open(fileobj=inner, mode="r:gz") as archive:
            return archive.getnames()


def test_a_package_without_sources_is_the_default(project: Path) -> None:
    assert package(project) == Ended(0, f"flyte-package.tgz: {COUNTS}\n", "")
    assert names(project / "flyte-package.tgz") == UNITS
    manifest = json.loads((project / "flyte-package.tgz.manifest.json").read_text())
    assert [entry["file_name"] for entry in manifest["entries"]] == UNITS


@pytest.mark.parametrize(
    ("option", "files"), [("all", FILES), ("auto", ["shop/__init__.py", "shop/flows.py", "shop/rules.py"])]
)
def test_the_sources_go_along(option: str, files: list[str], project: Path) -> None:
    ended = package(project, "--copy", option, "-o", "out/p.tgz", "--verify")
    *units, archive = names(project / "out" / "p.tgz")
    assert (ended.code, ended.stderr, units) == (0, "", UNITS)
    assert ended.stdout == f"out/p.tgz: {COUNTS}; {archive} of {len(files)} files, 0.2 KiB\n".replace(
        "0.2 KiB", f"{sum((project / file).stat().st_size for file in files)} bytes"
    )
    assert sources(project / "out" / "p.tgz") == files
    shown = flytec(project, "inspect", "out/p.tgz").stdout
    assert "pyflyte-fast-execute --additional-distribution '{{ .remote_package_path }}' --dest-dir /root --" in shown


def test_fast_is_copy_all_and_excludes_it(project: Path) -> None:
    assert package(project, "--fast").code == 0
    assert sources(project / "flyte-package.tgz") == FILES
    ended = package(project, "--fast", "--copy", "auto")
    assert ended.code == 2
    assert ended.stderr.splitlines()[-1] == (
        "Error: --fast and --copy are given, where --fast means --copy all; one of them was expected"
    )


def test_what_a_run_writes_is_not_in_the_next(project: Path) -> None:
    package(project, "--copy", "all")
    first = (project / "flyte-package.tgz").read_bytes()
    assert package(project, "--copy", "all", "--force").code == 0
    assert (project / "flyte-package.tgz").read_bytes() == first


def test_an_output_that_is_there_is_kept_without_force(project: Path) -> None:
    lay_out(project, {"flyte-package.tgz": "mine"})
    assert package(project) == Ended(
        2,
        "",
        "error[FTC404 output-failed]: flyte-package.tgz exists already; a new file was expected\n"
        "  hint: Give --force to replace it, or name another output file.\n",
    )
    assert (project / "flyte-package.tgz").read_text() == "mine"
    assert package(project, "-f").code == 0


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("p.zip", "p.zip is no name that `flytectl register files --archive` takes; one that ends in .tgz or .tar.gz "),
        ("d.tgz", "d.tgz is a folder; a file was expected\n"),
    ],
)
def test_outputs_that_cannot_be(output: str, message: str, project: Path) -> None:
    (project / "d.tgz").mkdir()
    ended = package(project, "-o", output)
    assert ended.code == 2
    assert ended.stderr.startswith(f"error[FTC404 output-failed]: {message}")


def test_a_program_with_errors_writes_nothing(project: Path) -> None:
    lay_out(project, {"shop/rules.py": "1 / 0"})
    before = sorted(project.iterdir())
    ended = package(project, "--copy", "all")
    assert (ended.code, "FTC101" in ended.stderr, sorted(project.iterdir())) == (1, True, before)


def test_no_package_named(project: Path) -> None:
    ended = flytec(project, "package")
    assert ended.code == 2
    assert ended.stderr.splitlines()[-1] == "Error: no package is named; flytec -k PACKAGE package ... was expected"


def test_explain_lists_each_file_with_its_rule(project: Path) -> None:
    lay_out(project, {".dockerignore": "a.txt", "shop/__pycache__/x.pyc": ""})
    ended = package(project, "--copy", "all", "--explain", "--ignore", "unused.py")
    lines = ended.stdout.splitlines()
    assert (ended.code, lines[:-1]) == (
        0,
        [
            "+ .dockerignore",
            "- a.txt              .dockerignore:1 a.txt",
            "+ shop/__init__.py",
            "- shop/__pycache__/  standard ignores **/__pycache__/*",
            "+ shop/flows.py",
            "+ shop/rules.py",
            "- shop/unused.py     ignores:1 unused.py",
        ],
    )


def test_explain_lists_what_an_error_is_about_too(project: Path) -> None:
    lay_out(project, {".env": ""})
    ended = package(project, "--copy", "all", "--explain")
    assert (ended.code, ended.stdout.splitlines()[0]) == (1, "+ .env")
    assert ended.stderr == (
        ".env: error[FTC505 credential]: it looks like a file of secret environment variables, by its name; "
        "whoever gets the archive could read it\n"
        "  hint: Ignore the file, or allow it: --allow-credential .env\n"
    )
    assert package(project, "--copy", "all", "--allow-credential", ".env").code == 0


def test_json_tells_of_the_archive(project: Path) -> None:
    ended = package(project, "--copy", "auto", "--explain", "--format", "json")
    result = json.loads(ended.stdout)
    assert (result["output_file"], result["counts"]["tasks"]) == ("flyte-package.tgz", 1)
    archive = result["archive"]
    assert archive["file_name"] == f"fast{archive['digest']}.tar.gz" == names(project / "flyte-package.tgz")[-1]
    assert (archive["file_count"], archive["size_bytes"] > 100) == (3, True)
    assert archive["files"][0] == {"path": "a.txt", "rule": "not imported"}
    assert archive["files"][1] == {"path": "shop/__init__.py", "packed": True}


def test_verify_names_what_the_archive_lacks(project: Path) -> None:
    lay_out(project, {".flyteignore": "shop/rules.py"})
    before = sorted(project.iterdir())
    ended = package(project, "--copy", "all", "--verify")
    assert (ended.code, sorted(project.iterdir())) == (1, before)
    assert ended.stderr == (
        "shop/flows.py:3: error[FTC509 not-importable]: the packed tree does not load: module shop.flows imports "
        "shop.rules, and there is no such module below the packed tree\n"
        "  note: shop/rules.py is left out by .flyteignore:1 shop/rules.py\n"
        "  hint: Take the file that is missing, or see with --explain what leaves it out.\n"
    )


def test_verify_tells_of_a_process_that_ends(project: Path) -> None:
    lay_out(project, {"shop/rules.py": "import os, sys\nif sys.flags.isolated:\n    os._exit(7)\nRATE = 1"})
    ended = package(project, "--copy", "all", "--verify")
    assert (ended.code, ended.stderr) == (
        1,
        "error[FTC509 not-importable]: the packed tree does not load: the process that imports the packed tree ended "
        "with code 7 before it was done\n"
        "  hint: Take the file that is missing, or see with --explain what leaves it out.\n",
    )


def test_a_compiled_module_that_is_left_out_is_a_warning(project: Path) -> None:
    lay_out(project, {".flyteignore": "shop/flows.py"})
    ended = package(project, "--copy", "all")
    assert (ended.code, ended.stderr) == (
        0,
        "shop/flows.py: warning[FTC509 not-importable]: module shop.flows is compiled, and the archive does not hold "
        "its file\n"
        "  note: shop/flows.py is left out by .flyteignore:1 shop/flows.py\n"
        "  hint: Take the file, or do not compile it.\n",
    )


@pytest.mark.parametrize("copy", ["auto", "all"])
def test_a_module_from_elsewhere_is_a_warning(project: Path, tmp_path: Path, copy: str) -> None:
    lay_out(tmp_path, {"elsewhere/beside.py": ""})
    lay_out(
        project,
        {"shop/rules.py": f"import sys\nsys.path.append({str(tmp_path / 'elsewhere')!r})\nimport beside\nRATE = 1"},
    )
    ended = package(project, "--copy", copy)
    assert (ended.code, ended.stderr) == (
        0,
        f"{project}: warning[FTC510 outside-module]: {tmp_path}/elsewhere/beside.py was imported, and not from the "
        "source tree; the archive does not hold what lies elsewhere\n"
        "  hint: Name a source folder that holds all of them, or install them in the image.\n",
    )


def test_settings_of_the_project_count(project: Path) -> None:
    lay_out(project, {"pyproject.toml": '[tool.flytec.package]\nignores = ["*.txt", "*.toml"]\ncopy-style = "all"\n'})
    assert package(project).code == 0
    assert sources(project / "flyte-package.tgz") == FILES[1:]
    lay_out(project, {"pyproject.toml": '[tool.flytec.package]\nmax_size = "lots"\nignore = []\n'})
    assert package(project, "-f").stderr == (
        "error[FTC601 invalid-setting]: pyproject.toml: [tool.flytec.package] ignore is no setting, expected one of "
        "ignores, keep_default_ignores, copy_style, show_files, deref_symlinks, max_size, allow_credentials, verify\n"
        "  hint: Write ignores.\n"
    )
    lay_out(project, {"pyproject.toml": '[tool.flytec.package]\nmax_size = "lots"\n'})
    assert package(project, "-f").stderr == (
        "error[FTC601 invalid-setting]: pyproject.toml: [tool.flytec.package] max_size is 'lots', expected a size "
        "such as 500K, 10M or 1.5GiB\n"
        "  hint: Correct max_size.\n"
    )


def test_variables_count_over_the_project(project: Path) -> None:
    ended = flytec(project, "-k", "shop.flows", "package", environ={"FLYTEC_PACKAGE_COPY_STYLE": "auto"})
    assert (ended.code, len(sources(project / "flyte-package.tgz"))) == (0, 3)
    ended = flytec(project, "-k", "shop.flows", "package", "-f", environ={"FLYTEC_PACKAGE_MAXSIZE": "1"})
    assert ended.stderr.startswith(
        "error[FTC601 invalid-setting]: environment variable FLYTEC_PACKAGE_MAXSIZE is no setting, expected one of "
    )


def serialize_fast(folder: Path, out: str, *options: str) -> Ended:
    return flytec(folder, "-k", "shop.flows", "serialize", "fast", "workflows", "-f", out, *options)


def test_serialize_fast_writes_a_folder_with_the_archive(project: Path) -> None:
    (project / "out").mkdir()
    ended = serialize_fast(project, "out")
    *units, archive = sorted(path.name for path in (project / "out").iterdir())
    assert (ended.code, ended.stderr, units) == (0, "", UNITS)
    assert ended.stdout.startswith(f"out: {COUNTS}; {archive} of 5 files, ")
    shown = flytec(project, "inspect", "out").stdout
    assert "--dest-dir '{{ .dest_dir }}' --" in shown
    lay_out(project, {"a.txt": "more"})
    assert serialize_fast(project, "out").code == 0
    assert len(list((project / "out").iterdir())) == 4
    assert not (project / "out" / archive).exists()


def test_serialize_fast_into_the_sources_packs_the_sources_only(project: Path) -> None:
    assert serialize_fast(project, ".").code == 0
    (first,) = project.glob("fast*")
    assert serialize_fast(project, ".").code == 0
    assert list(project.glob("fast*")) == [first]


def test_two_machines_write_the_same_bytes(tmp_path: Path) -> None:
    """Another umask, user, time, order of creation, temporary folder, and a compressor on PATH."""
    outputs = []
    bin_folder = lay_out(tmp_path / "bin", {"pigz": "#!/bin/sh\nexit 1\n"})
    (bin_folder / "pigz").chmod(0o755)
    for machine, files in (("one", PROJECT), ("two", dict(reversed(PROJECT.items())))):
        second = machine == "two"
        folder = lay_out(tmp_path / machine / "project", files)
        for path in folder.rglob("*"):
            path.chmod(path.stat().st_mode & (0o700 if second else 0o777))
            os.utime(path, (second * 10**9, second * 10**9))
        temporary = tmp_path / machine / "tmp"
        temporary.mkdir()
        environ = {"TMPDIR": str(temporary)}
        options: dict[str, object] = {"umask": 0o077 if second else 0o022}
        if second:
            environ["PATH"] = f"{bin_folder}:{os.environ['PATH']}"
        ended = flytec(folder, "-k", "shop.flows", "package", "--copy", "all", environ=environ, **options)
        assert ended.code == 0, ended.stderr
        outputs.append((folder / "flyte-package.tgz").read_bytes())
        outputs.append((folder / "flyte-package.tgz.manifest.json").read_bytes())
        assert list(temporary.iterdir()) == []
    assert outputs[:2] == outputs[2:]
    assert gzip.decompress(outputs[0])
