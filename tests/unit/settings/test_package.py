"""The package's lazy names."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import flytec
from flytec import settings


def names_for_type_checkers(package: ModuleType) -> dict[str, str]:
    """Name to module, of the imports under TYPE_CHECKING."""
    assert package.__file__
    tree = ast.parse(Path(package.__file__).read_text(encoding="utf-8"))
    rows = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module]
    return {
        alias.name: str(row.module)
        for row in rows
        if str(row.module).startswith(f"{package.__name__}.")
        for alias in row.names
    }


@pytest.mark.parametrize("package", [flytec, settings], ids=lambda package: package.__name__)
def test_lazy_names_are_those_that_type_checkers_see(package: ModuleType) -> None:
    rows = names_for_type_checkers(package)

    assert sorted(rows) == sorted({*package.__all__} - {"__version__"}) == sorted({*dir(package)} - {"__version__"})
    assert all(getattr(package, name) is getattr(import_module(home), name) for name, home in rows.items())


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"module 'flytec\.settings' has no attribute 'Nope'"):
        settings.Nope  # noqa: B018


def test_settings_bring_nothing_heavier_than_pydantic() -> None:
    heavy = ["click", "flytekit", "google.protobuf", "mashumaro", "marshmallow", "yaml"]
    code = (
        "import sys; from flytec.settings import SerializationSettings, load_tool_settings; "
        f"sys.exit(', '.join(name for name in {heavy} if name in sys.modules) or None)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr.strip()) == (0, "")
