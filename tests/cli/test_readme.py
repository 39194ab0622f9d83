"""What the README says of settings and exit codes is what the code does."""

import re
from pathlib import Path

from flytec.diagnostics import CannotRunError, FlytecError, InternalError, NothingToCompileError, UserError
from flytec.settings.build import BuildSettings
from flytec.settings.package import PackageSettings
from flytec.settings.tool import ToolSettings, load_tool_settings

README = (Path(__file__).resolve().parents[2] / "README.md").read_text()


def first_cells(header: str) -> list[str]:
    """The first cell of each row of the table under a header row."""
    table = README.split(header, 1)[1].split("\n\n", 1)[0]
    return [row.split("|")[1].strip() for row in table.strip().splitlines()[1:]]


def test_every_setting_is_listed_once() -> None:
    listed = [name for cell in first_cells("| setting | flag | what it is |") for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(listed) == sorted(ToolSettings.model_fields)


def test_every_build_setting_is_listed_once() -> None:
    cells = first_cells("| build setting | flag | what it is |")
    listed = [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(listed) == sorted(BuildSettings.model_fields)


def test_every_package_setting_is_listed_once() -> None:
    listed = [
        name for cell in first_cells("| package setting | flag | what it is |") for name in re.findall(r"`(\w+)`", cell)
    ]
    assert sorted(listed) == sorted(PackageSettings.model_fields)


def test_every_exit_code_is_listed_once() -> None:
    errors = (FlytecError, UserError, CannotRunError, NothingToCompileError, InternalError)
    codes = {0, *(error.exit_code for error in errors)}
    assert sorted(map(int, first_cells("| exit code | means |"))) == sorted(codes)


def test_every_table_of_settings_is_one(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        (tmp_path / "pyproject.toml").write_text(block)
        load_tool_settings(flags={}, environ={}, start=tmp_path)
