import importlib
import sys
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from flytec.authoring.recorder import Recorder, current_recorder, recording
from flytec.authoring.rows import Mention, Refused, StandInTable
from flytec.diagnostics import FlytecError, InternalError
from flytec.load.standin import StandInFinder, UnsupportedModuleError, UnsupportedNameError
from flytec.settings.target import FLYTEKIT_TARGET_VERSION
from layouts import lay_out

TABLE: StandInTable = {
    "flytekit": {
        "task": "collections:OrderedDict",
        "current_context": Mention(lambda symbol: f"mention of {symbol}"),
        "remote_only": Refused("it talks to a server"),
    },
    "flytekit.faulty": {"broken": "collections:NoSuchThing", "gone": "no.such.module:thing"},
    "flytekit.core.task": {"TaskPlugins": "collections:Counter"},
    "flytekit.types.file": {"FlyteFile": "pathlib:PurePath"},
    "flytekitplugins.spark": {"Spark": "collections:deque"},
}
TASK_PLUGINS = {"spark": (("collections:deque", "collections:OrderedDict"),)}
MESSAGE = "{} cannot be compiled: the stand-in does not have it"


@pytest.fixture
def finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInFinder]:
    finder = StandInFinder(TABLE, lambda path: path.startswith(str(tmp_path)), plugins=TASK_PLUGINS)
    before = dict(sys.modules)
    for name in [name for name in sys.modules if name.partition(".")[0] in ("flytekit", "flytekitplugins")]:
        del sys.modules[name]
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with recording(Recorder()):
        yield finder
    for name in sys.modules.keys() - before.keys():
        del sys.modules[name]
    sys.modules.update(before)


@pytest.fixture
def run(tmp_path: Path, finder: StandInFinder) -> Callable[[str], dict[str, Any]]:
    """Runs code as the user's module `flow`, and gives its names."""

    def runs(code: str) -> dict[str, Any]:
        lay_out(tmp_path, {"flow.py": code})
        sys.modules.pop("flow", None)
        importlib.invalidate_caches()
        return vars(importlib.import_module("flow"))

    return runs


Run = Callable[[str], dict[str, Any]]


def told(finder: StandInFinder) -> list[tuple[str, int, str]]:
    assert all(row.hint == "compile with --frontend flytekit, or do without it" for row in finder.findings)
    assert all(row.location is not None and Path(row.location.path).name == "flow.py" for row in finder.findings)
    return [(row.code.id, row.location.line if row.location else 0, row.message) for row in finder.findings]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from flytekit import task as x", "OrderedDict"),
        ("import flytekit; x = flytekit.task", "OrderedDict"),
        ("import flytekit.types.file as f; x = f.FlyteFile", "PurePath"),
        ("import flytekit.types.file; x = flytekit.types.file.FlyteFile", "PurePath"),
        ("import flytekit; x = flytekit.types.file.FlyteFile", "PurePath"),
        ("from flytekit.types import file; x = file.FlyteFile", "PurePath"),
        ("import importlib; x = importlib.import_module('flytekit.core.task').TaskPlugins", "Counter"),
        ("from flytekitplugins.spark import Spark as x", "deque"),
        ("from flytekit import *; x = task", "OrderedDict"),
        ("import flytekit; x = getattr(flytekit, 'task', None)", "OrderedDict"),
    ],
)
def test_names_resolve_however_they_are_imported(run: Run, finder: StandInFinder, code: str, expected: str) -> None:
    assert run(code)["x"].__name__ == expected
    assert finder.findings == ()


def test_a_name_is_one_object_wherever_it_is_asked_for(run: Run) -> None:
    names = run("import flytekit\nfrom flytekit import current_context as a\nb = flytekit.current_context")
    assert names["a"] == "mention of flytekit.current_context"
    assert names["a"] is names["b"]


def test_the_version_is_the_target(run: Run) -> None:
    assert run("import flytekit; x = flytekit.__version__")["x"] == FLYTEKIT_TARGET_VERSION


@pytest.mark.parametrize("code", ["import flytekitplugins.spark", "from flytekitplugins.spark import Spark"])
def test_importing_a_plugin_registers_its_configs(run: Run, code: str) -> None:
    recorder = current_recorder()
    assert not recorder.plugins
    run(f"import flytekitplugins\n{code}")
    assert recorder.plugins == {"spark"}
    assert recorder.task_plugins == {deque: OrderedDict}


def test_a_star_import_brings_what_can_be_had(run: Run, finder: StandInFinder, tmp_path: Path) -> None:
    names = run("from flytekit import *")
    assert {name for name in names if not name.startswith("__")} == {"task", "current_context"}
    assert finder.star_files == {str(tmp_path / "flow.py")}
    assert finder.findings == ()


def test_names_are_listed_without_being_resolved(run: Run, finder: StandInFinder) -> None:
    listed = run("import flytekit; x = dir(flytekit)")["x"]
    assert {"task", "current_context", "__name__"} <= set(listed)
    assert "remote_only" not in listed


@pytest.mark.parametrize(
    ("code", "raised", "symbol"),
    [
        ("from flytekit import nope", ModuleNotFoundError, "flytekit.nope"),
        ("from flytekit.core.task import nope", ModuleNotFoundError, "flytekit.core.task.nope"),
        ("import flytekit.nope", ModuleNotFoundError, "flytekit.nope"),
        ("import flytekit.nope.deeper", ModuleNotFoundError, "flytekit.nope"),
        ("import flytekit; flytekit.nope", AttributeError, "flytekit.nope"),
        ("import flytekit; flytekit.core.nope", AttributeError, "flytekit.core.nope"),
        ("import importlib; importlib.import_module('flytekit.nope')", ModuleNotFoundError, "flytekit.nope"),
        ("import flytekit; flytekit._private", AttributeError, "flytekit._private"),
    ],
)
def test_an_unknown_name_is_an_error_at_the_users_line(
    run: Run, finder: StandInFinder, code: str, raised: type[Exception], symbol: str
) -> None:
    with pytest.raises(raised) as caught:
        run(f"\n{code}")
    assert isinstance(caught.value, FlytecError)
    assert caught.value.exit_code == 1
    assert told(finder) == [("FTC200", 2, MESSAGE.format(symbol))]
    assert tuple(caught.value.findings) == finder.findings


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("try:\n    from flytekit import nope as x\nexcept ImportError:\n    x = 'other'", "other"),
        ("try:\n    import flytekit.nope\nexcept ModuleNotFoundError:\n    x = 'other'", "other"),
        ("import flytekit\nx = hasattr(flytekit, 'nope')", False),
        ("import flytekit\nx = getattr(flytekit, 'nope', 'other')", "other"),
    ],
)
def test_a_swallowed_error_is_told_all_the_same(run: Run, finder: StandInFinder, code: str, expected: object) -> None:
    assert run(code)["x"] == expected
    assert told(finder) == [("FTC200", 1 if code.startswith("from") else 2, MESSAGE.format("flytekit.nope"))]


def test_a_refused_name_gives_its_reason(run: Run, finder: StandInFinder) -> None:
    with pytest.raises(UnsupportedModuleError):
        run("from flytekit import remote_only")
    with pytest.raises(UnsupportedNameError):
        run("import flytekit\nflytekit.remote_only")
    message = "flytekit.remote_only cannot be compiled: it talks to a server"
    assert told(finder) == [("FTC200", 1, message), ("FTC200", 2, message)]


def test_each_place_is_told_once(run: Run, finder: StandInFinder) -> None:
    run("import flytekit\nfor _ in range(3):\n    hasattr(flytekit, 'nope')\nhasattr(flytekit, 'nope')")
    assert [line for _, line, _ in told(finder)] == [3, 4]


def test_a_misspelling_names_what_was_meant(run: Run, finder: StandInFinder) -> None:
    with pytest.raises(UnsupportedModuleError):
        run("from flytekit.types.file import FlyteFiles")
    (row,) = finder.findings
    assert row.notes == ("flytekit.types.file.FlyteFile is known",)


def test_what_libraries_and_protocols_ask_for_is_no_finding(run: Run, finder: StandInFinder) -> None:
    names = run(
        """
        import inspect, pickle, flytekit
        def nameless(): ...
        nameless.__module__ = None
        pickle.whichmodule(nameless, "nameless")  # looks through all that is loaded
        x = [hasattr(flytekit, "__path__"), hasattr(flytekit, "__wrapped__"), len(inspect.getmembers(flytekit)) > 2]
        """
    )
    assert names["x"] == [True, False, True]
    getattr(importlib.import_module("flytekit"), "not_asked_by_the_user", None)
    assert finder.findings == ()


@pytest.mark.parametrize(("name", "place"), [("broken", "NoSuchThing"), ("gone", "no")])
def test_a_row_that_leads_nowhere_is_flytecs_own_fault(run: Run, name: str, place: str) -> None:
    with pytest.raises(
        InternalError, match=rf"the stand-in's row for flytekit\.faulty\.{name} leads nowhere: .*'{place}'"
    ):
        run(f"try:\n    from flytekit.faulty import {name}\nexcept ImportError: ...")


def test_other_modules_are_left_alone(finder: StandInFinder) -> None:
    assert finder.find_spec("flytekit_extras", None) is None
    assert finder.find_spec("json", None) is None


def test_modules_say_what_they_are(run: Run) -> None:
    module = run("import flytekit.core.task as x")["x"]
    assert isinstance(module, ModuleType)
    assert (module.__name__, module.__package__, list(module.__path__)) == ("flytekit.core.task",) * 2 + ([],)
    assert importlib.reload(module) is module
