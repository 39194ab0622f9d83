import importlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from flytec.authoring.rows import StandInTable
from flytec.load.discover import plan_packages, plan_sources
from flytec.load.importer import Loaded, load_modules
from flytec.load.session import isolated
from flytec.load.streams import stdout_to_stderr
from layouts import lay_out

TABLE: StandInTable = {"flytekit": {"task": "collections:OrderedDict"}}


def load(root: Path, files: Mapping[str, str], *sources: str) -> Loaded:
    lay_out(root, files)
    plan = plan_sources(sources or (".",), cwd=root)
    with isolated(plan, TABLE) as session:
        return load_modules(plan, session)


CLEAN = Loaded((), frozenset())


def state() -> dict[str, Any]:
    return {
        "cwd": Path.cwd(),
        "path": list(sys.path),
        "meta_path": list(sys.meta_path),
        "modules": dict(sys.modules),
        "environ": dict(os.environ),
        "argv": list(sys.argv),
        "streams": (sys.stdin, sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__),
        "hooks": (sys.excepthook, sys.displayhook, threading.excepthook),
        "recursion": sys.getrecursionlimit(),
        "umask": (os.umask(0o022), os.umask(0o022))[0],
        "signals": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1)],
        "warnings": list(warnings.filters),
    }


WRECKER = """
    import json, os, signal, sys, threading, types, warnings, flytekit
    os.chdir("/")
    sys.path[:] = [entry for entry in sys.path if "lib" in entry]
    sys.path.insert(0, "/nowhere")
    sys.argv = ["other"]
    sys.meta_path.clear()
    os.environ["FLYTEC_TEST_LEFT"] = "1"
    os.environ.pop("PATH", None)
    sys.stdout = sys.stderr = sys.__stdout__ = None
    sys.excepthook = sys.displayhook = threading.excepthook = print
    sys.setrecursionlimit(5000)
    os.umask(0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, lambda *_: None)
    warnings.simplefilter("ignore")
    sys.modules["json"] = types.ModuleType("json")
    sys.modules.pop("string", None)
    sys.modules["made_up"] = types.ModuleType("made_up")
"""


@pytest.fixture(autouse=True)
def _flytekit_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another test of this process may have loaded the real one, for the front end that runs it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "flytekit"]:
        monkeypatch.delitem(sys.modules, name)


def test_the_process_is_as_before(tmp_path: Path) -> None:
    import json
    import string

    assert (json, string) == (sys.modules["json"], sys.modules["string"])
    before = state()
    assert load(tmp_path, {"a_wrecker.py": WRECKER, "b.py": "from flytekit import task"}) == CLEAN
    after = state()
    modules = after["modules"]
    # What is installed may stay, and nobody can tell that `made_up` is the user's.
    assert {"a_wrecker", "b", "flytekit"}.isdisjoint(modules)
    after["modules"] = {name: modules.get(name) for name in before["modules"]}
    assert after == before
    del sys.modules["made_up"]


def test_modules_after_one_that_spoils_the_paths_still_load(tmp_path: Path) -> None:
    files = {
        "a.py": "import os, sys\nsys.path.clear()\nsys.path.append('extra')\nsys.meta_path.pop(0)\nos.chdir('/')",
        "b.py": "import os, sys\nimport colorsys\nfrom flytekit import task\nopen('here').close()\n"
        "assert 'extra' in sys.path and task.__name__ == 'OrderedDict'",
        "c.py": "import sys\nsys.path = None",
        "d.py": "import helper.m",
        "helper/m.py": "",
        "here": "",
    }
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(tmp_path)
        assert load(tmp_path, files) == CLEAN


def test_each_session_loads_user_modules_afresh(tmp_path: Path) -> None:
    files = {"pack/__init__.py": "", "pack/flow.py": "import helper\nvalue = helper.value", "helper.py": "value = 1"}
    assert load(tmp_path, files) == CLEAN
    assert load(tmp_path, {"helper.py": "value = 1 / 0"}).failed_modules == {"helper", "pack.flow"}
    assert {"pack", "pack.flow", "helper"}.isdisjoint(sys.modules)


def test_modules_of_the_same_name_that_were_loaded_before_are_hidden_and_come_back(tmp_path: Path) -> None:
    lay_out(tmp_path, {"flow.py": "value = 1", "other/flow2.py": "value = 2"})
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(tmp_path))
        patched.syspath_prepend(str(tmp_path / "other"))
        flow, flow2 = importlib.import_module("flow"), importlib.import_module("flow2")
        assert load(tmp_path, {"flow.py": "import sys\nassert 'flow2' not in sys.modules\n1 / 0"}).failed_modules == {
            "flow"
        }
        assert (sys.modules.pop("flow"), sys.modules.pop("flow2")) == (flow, flow2)


def test_a_module_is_what_its_file_says_even_within_a_moment(tmp_path: Path) -> None:
    assert load(tmp_path, {"flow.py": ""}) == CLEAN
    assert load(tmp_path, {"flow.py": "import new_one", "new_one.py": ""}) == CLEAN


def test_installed_modules_stay_unless_they_hold_the_stand_in(tmp_path: Path) -> None:
    installed = lay_out(
        tmp_path / "site-packages",
        {"plain_lib.py": "", "flyte_lib.py": "from flytekit import task\nimport flytekit", "deep/lib.py": ""},
    )
    files = {"flow.py": "import plain_lib, flyte_lib, deep.lib"}
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(installed))
        assert load(tmp_path / "work", files) == CLEAN
        assert [name in sys.modules for name in ("plain_lib", "flyte_lib", "deep.lib", "flytekit")] == [
            True,
            False,
            True,
            False,
        ]
        for name in ("plain_lib", "deep.lib", "deep"):
            del sys.modules[name]


def test_a_virtual_environment_below_the_root_is_not_the_users(tmp_path: Path) -> None:
    lay_out(tmp_path, {"venv/lib/python3/site-packages/installed_below.py": ""})
    code = "import sys\nsys.path.append(sys.path[0] + '/venv/lib/python3/site-packages')\nimport installed_below"
    assert load(tmp_path, {"flow.py": code}, "flow.py") == CLEAN
    assert sys.modules.pop("installed_below")


def test_of_a_folder_of_installed_packages_only_the_one_that_was_named_is_the_users(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site-packages", {"mine/__init__.py": "import theirs", "theirs.py": ""})
    plan = plan_packages(["mine"], source_root=root, cwd=tmp_path)
    with isolated(plan, TABLE) as session:
        assert load_modules(plan, session) == CLEAN
    assert "mine" not in sys.modules
    assert sys.modules.pop("theirs")


def test_stdout_is_ours(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = {
        "flow.py": "import os, subprocess, sys\nprint('printed')\nsys.stdout.write('written\\n')\n"
        "os.write(1, b'descriptor\\n')\nsubprocess.run(['echo', 'echoed'])\n"
        "import ctypes\nctypes.CDLL(None).puts(b'from C')",
        "next.py": "print('and on')",
    }
    assert load(tmp_path, files) == CLEAN
    print("ours")
    out, err = capfd.readouterr()
    assert out == "ours\n"
    assert sorted(err.split("\n")) == ["", "and on", "descriptor", "echoed", "from C", "printed", "written"]


def test_the_true_stdout_is_at_hand_meanwhile(capfd: pytest.CaptureFixture[str]) -> None:
    with stdout_to_stderr() as stdout:
        print("aside")
        stdout.write("result\n")
    print("after")
    assert capfd.readouterr() == ("result\nafter\n", "aside\n")


DETOUR_FOR_GOOD = """
import atexit, os, sys
from flytec.load.streams import stdout_to_stderr
atexit.register(lambda: print("at exit"))
atexit.register(lambda: os.write(1, b"at exit, to the descriptor\\n"))
with stdout_to_stderr(restore=False) as stdout:
    print("aside")
    stdout.write("result\\n")
print("after")
"""


def test_the_detour_may_last_to_the_end_of_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", DETOUR_FOR_GOOD], capture_output=True, text=True, check=True)
    assert ended.stdout == "result\n"
    assert sorted(ended.stderr.splitlines()) == ["after", "aside", "at exit", "at exit, to the descriptor"]


REAL_FLYTEKIT = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1] + "/site-packages", sys.argv[1]]
import flytekit, using_flytekit
from flytec.authoring.table import TABLE
from flytec.load.discover import plan_sources
from flytec.load.importer import load_modules
from flytec.load.session import isolated
plan = plan_sources(["flow.py"], cwd=Path(sys.argv[1]))
with isolated(plan, TABLE) as session:
    loaded = load_modules(plan, session)
    assert loaded.findings == (), loaded.findings
    kinds = sys.modules["flow"].kinds
    assert set(kinds) == {"flytec.authoring.function_task"}, kinds
    assert not any("site-packages/flytekit/" in (getattr(m, "__file__", "") or "") for m in list(sys.modules.values()))
assert sys.modules["flytekit"] is flytekit and sys.modules["using_flytekit"] is using_flytekit
assert flytekit.task.__module__ == using_flytekit.task.__module__ == "flytekit.core.task"
"""


def test_a_flytekit_that_is_loaded_already_steps_aside(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "site-packages/using_flytekit.py": "from flytekit import task",
            "flow.py": "import flytekit, using_flytekit\n"
            "kinds = [flytekit.task.__module__, using_flytekit.task.__module__]",
        },
    )
    command = [sys.executable, "-c", REAL_FLYTEKIT, str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_stand_in_for_kubernetes_client_is_gone_afterwards(tmp_path: Path) -> None:
    """In a process of its own without the client's package."""
    lay_out(tmp_path, {"flows.py": "from kubernetes.client import V1Container\nmade = V1Container(name='c')\n"})
    program = """
        import sys
        from importlib.machinery import PathFinder

        class Hiding(PathFinder):
            @classmethod
            def find_spec(cls, name, path=None, target=None):
                return None if name.startswith("kubernetes") else super().find_spec(name, path, target)

        import flytec.load.loader
        flytec.load.loader.PathFinder = Hiding
        sys.meta_path[sys.meta_path.index(PathFinder)] = Hiding
        from unit.load.test_session import load
        from pathlib import Path
        print(load(Path(sys.argv[1]), {}), [name for name in sys.modules if name.startswith("kubernetes")])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == (f"{CLEAN} []\n", "")


def test_a_folder_that_becomes_a_root_later_on_is_the_users(tmp_path: Path) -> None:
    first, later = tmp_path / "first", tmp_path / "later"
    lay_out(tmp_path, {"first/a.py": "", "later/b.py": "", "later/c.py": ""})
    with isolated(plan_sources(["first"], cwd=tmp_path), TABLE) as session:
        assert session.scope.has_file(str(first / "a.py"))
        assert not session.scope.has_file(str(later / "b.py"))
        sys.path.insert(0, str(later))
        assert session.scope.has_file(str(later / "c.py"))
