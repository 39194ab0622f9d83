"""What a module promises is there, and starting the command loads only what every command needs."""

import importlib
import subprocess
import sys

import pytest

from arch.source import Module, modules
from flytec import codes

NOT_AT_START = ("pydantic", "google.protobuf", "flyteidl", "mashumaro", "yaml", "rich", "docstring_parser", "pathspec")


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_all_names_what_is_there(module: Module) -> None:
    loaded = importlib.import_module(module.name)
    names = list(getattr(loaded, "__all__", ()))
    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(loaded, name)] == []


def test_starting_the_command_loads_nothing_heavy() -> None:
    code = f"import sys, flytec.cli.main; print([name for name in {NOT_AT_START!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_codes_are_unique_and_used() -> None:
    rows = {name: value for name, value in vars(codes).items() if isinstance(value, codes.Code)}
    for field in ("id", "slug", "title"):
        values = [getattr(code, field) for code in rows.values()]
        assert len(values) == len(set(values)), field
    text = "".join(module.path.read_text() for module in modules() if module.name != "flytec.codes")
    assert [name for name in rows if name not in text] == []
