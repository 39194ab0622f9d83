"""`fast_package` as scripts call it."""

import importlib
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

import flytec
from flytec import CopyFileDetection, FastPackageOptions, fast_package
from flytec.diagnostics import CannotRunError, UserError
from flytec.settings.package import PackageSettings
from flytec.settings.tool_sources import PACKAGE_SETTINGS
from layouts import lay_out


def names(archive: str) -> list[str]:
    with tarfile.open(archive) as packed:
        return packed.getnames()


def test_it_gives_the_path_of_the_archive(tmp_path: Path) -> None:
    top = lay_out(tmp_path / "top", {"m.py": "", "x.log": "", ".flyteignore": "*.log"})
    archive = fast_package(top, tmp_path / "out")
    assert Path(archive).parent == tmp_path / "out"
    assert names(archive) == [".flyteignore", "m.py"]
    assert names(fast_package(str(top)))[1:] == ["m.py"]


def test_an_output_within_the_tree_does_not_add_up(tmp_path: Path) -> None:
    top = lay_out(tmp_path, {"m.py": ""})
    assert fast_package(top, top) == fast_package(top, top)


def test_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    top = lay_out(tmp_path / "top", {"m.py": "", "n.py": "", ".dockerignore": "n.py"})
    options = FastPackageOptions(["m.py"], show_files=True, copy_style=CopyFileDetection.ALL)
    assert names(fast_package(top, tmp_path, options=options)) == [".dockerignore"]
    assert capsys.readouterr().err == "+ .dockerignore\n- m.py  ignores:1 m.py\n- n.py  .dockerignore:1 n.py\n"
    assert names(fast_package(top, tmp_path, options=FastPackageOptions(keep_default_ignores=False))) == [
        ".dockerignore",
        "m.py",
        "n.py",
    ]


def test_the_loaded_modules_of_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = lay_out(tmp_path / "top", {"packed_by_a_test.py": "", "other.py": "", ".dockerignore": "*.py"})
    monkeypatch.syspath_prepend(str(top))
    importlib.import_module("packed_by_a_test")
    try:
        options = FastPackageOptions(copy_style=CopyFileDetection.LOADED_MODULES)
        assert names(fast_package(top, tmp_path, options=options)) == ["packed_by_a_test.py"]
    finally:
        del sys.modules["packed_by_a_test"]


def test_settings_of_the_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = '[tool.flytec.package]\nignores = ["*.toml"]\nallow_credentials = [".env"]\nmax_size = "1K"\n'
    top = lay_out(tmp_path / "top", {"m.py": "", ".env": "", "pyproject.toml": table})
    assert names(fast_package(top, tmp_path)) == [".env", "m.py"]
    # What the options say replaces what the project says, as far as they say it.
    assert names(fast_package(top, tmp_path, options=FastPackageOptions())) == [".env", "m.py", "pyproject.toml"]
    lay_out(top, {"m.py": "x" * 2000})
    with pytest.raises(UserError, match="KiB at most were expected"):
        fast_package(top, tmp_path)


def test_a_tree_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as caught:
        fast_package(tmp_path / "no", tmp_path)
    (finding,) = caught.value.findings
    assert finding.message == "the source tree cannot be read: No such file or directory; a folder was expected"
    assert (finding.code.id, str(finding.location)) == ("FTC100", str(tmp_path / "no"))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"ignores": "*.py"}, "FastPackageOptions: ignores is '*.py', expected a list"),
        (
            {"ignores": [1]},
            "FastPackageOptions: ignores[0] is 1, expected a pattern, or a class in the form of flytekit's Ignore",
        ),
        ({"show_files": 1}, "FastPackageOptions: show_files is 1, expected true or false"),
        ({"copy_style": "all"}, "FastPackageOptions: copy_style is 'all', expected a member of CopyFileDetection"),
    ],
)
def test_wrong_options(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(CannotRunError) as caught:
        FastPackageOptions(**wrong)
    assert [finding.message for finding in caught.value.findings] == [message]


def test_flytekits_own_enum_passes() -> None:
    from flytekit.constants import CopyFileDetection as Flytekits

    assert FastPackageOptions(copy_style=Flytekits.ALL).copy_style is CopyFileDetection.ALL  # type: ignore[arg-type]


def test_the_names_are_those_of_the_package() -> None:
    assert {"fast_package", "FastPackageOptions", "CopyFileDetection"} <= set(flytec.__all__)
    assert tuple(PackageSettings.model_fields) == PACKAGE_SETTINGS


@pytest.mark.parametrize(
    ("text", "size"),
    [("10", 10), ("1K", 1024), ("1.5 KiB", 1536), ("2mb", 2 << 20), ("1G", 1 << 30), (7, 7)],
)
def test_sizes(text: object, size: int) -> None:
    assert PackageSettings(max_size=text).max_size == size  # type: ignore[arg-type]
