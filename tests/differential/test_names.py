"""Every name that flytekit exports has a row in the stand-in's table, and every refusal says what it is to say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flytec.authoring.recorder import Recorder, recording
from flytec.authoring.rows import Mention, Refused, Row
from flytec.authoring.table import TABLE
from flytec.diagnostics import Diagnostic, Location
from flytec.load.importer import load_modules
from flytec.load.plan import LoadPlan, PlannedModule
from flytec.load.session import isolated

LIBRARIES = (
    "flytekit.extras.pytorch",
    "flytekit.extras.sklearn",
    "flytekit.extras.tensorflow",
    "flytekit.types.file.image",
)
ORACLE = Path(__file__).with_name("names_oracle.py")
REFUSED = sorted(
    (module, name, row.reason)
    for module, names in TABLE.items()
    for name, row in names.items()
    if isinstance(row, Refused)
)


@pytest.fixture(scope="module")
def exports() -> dict[str, list[str] | None]:
    done = subprocess.run([sys.executable, str(ORACLE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def refused_whole(module: str) -> bool:
    """Whether the module, or a package that it lies in, is refused by the row of its own name."""
    while "." in module:
        package, _, name = module.rpartition(".")
        if module not in TABLE and isinstance(TABLE.get(package, {}).get(name), Refused):
            return True
        module = package
    return False


def row_of(module: str, name: str) -> Row | None:
    return TABLE.get(module, {}).get(name)


def test_nothing_is_unknown(exports: dict[str, list[str] | None]) -> None:
    """Modules that cannot be imported here, as there is no torch, have rows all the same."""
    open_modules = {module: names for module, names in exports.items() if not refused_whole(module)}
    assert [module for module, names in open_modules.items() if names is None and module not in TABLE] == []
    unknown = [f"{m}.{name}" for m, names in open_modules.items() for name in names or () if row_of(m, name) is None]
    assert unknown == []


def test_what_is_refused_exists(exports: dict[str, list[str] | None]) -> None:
    """A refusal of something that flytekit does not have would hide a user's slip."""
    known = {f"{module}.{name}" for module, names in exports.items() for name in names or ()} | exports.keys()
    ghosts = [f"{module}.{name}" for module, name, _ in REFUSED if f"{module}.{name}" not in known]
    # What a library is needed for that is not there.
    ghosts = [name for name in ghosts if not name.startswith(LIBRARIES)]
    # Modules that flytekit's __init__ imports by the way.
    assert sorted(ghosts) == ["flytekit.directory", "flytekit.file", "flytekit.iterator"]


def test_the_same_object_has_the_same_row() -> None:
    """What two modules have by import is one thing to the user."""
    assert row_of("flytekit.core.array_node", "LaunchPlan") == row_of("flytekit.core.launch_plan", "LaunchPlan")
    assert isinstance(row_of("flytekit.core.array_node", "FlyteContext"), Mention)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Diagnostic]]]:
    """What loading says to one module for each refused name, by the module's file."""
    root = tmp_path_factory.mktemp("refused")
    modules = []
    for number, (module, name, _) in enumerate(REFUSED):
        path = root / f"refused_{number}.py"
        path.write_text(f"# the import is in line 2\nfrom {module} import {name}\n")
        modules.append(PlannedModule(path.stem, str(path)))
    plan = LoadPlan(roots=(str(root),), modules=tuple(modules), looked_in=(str(root),), cwd=str(root))
    with isolated(plan, TABLE) as session, recording(Recorder()):
        loaded = load_modules(plan, session)
    rows: dict[str, list[Diagnostic]] = {}
    for row in loaded.findings:
        assert row.location is not None
        rows.setdefault(row.location.path, []).append(row)
    return root, rows


@pytest.mark.parametrize(
    ("module", "name", "reason"), REFUSED, ids=lambda value: str(value) if "." in str(value) else ""
)
def test_the_refusal_names_symbol_reason_place_and_way_out(
    module: str, name: str, reason: str, findings: tuple[Path, dict[str, list[Diagnostic]]]
) -> None:
    root, rows = findings
    path = str(root / f"refused_{REFUSED.index((module, name, reason))}.py")
    (finding,) = rows[path]
    assert (finding.code.id, finding.location) == ("FTC200", Location(path, 2))
    assert finding.message == f"{module}.{name} cannot be compiled: {reason}"
    assert finding.hint == "compile with --frontend flytekit, or do without it"
    assert reason.isascii()
    assert "\n" not in reason
