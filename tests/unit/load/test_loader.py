import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from flytec.load.discover import plan_sources
from flytec.load.importer import Loaded, load_modules
from flytec.load.session import isolated
from layouts import lay_out


def load(root: Path, files: Mapping[str, str]) -> tuple[Loaded, list[str]]:
    """What loading gives, and what the module `said` has in its list of that name."""
    lay_out(root, files)
    plan = plan_sources(["."], cwd=root)
    with isolated(plan, {}) as session:
        loaded = load_modules(plan, session)
        return loaded, list(getattr(sys.modules.get("said"), "said", ()))


def text_of(value: str) -> dict[str, str]:
    return {"flow.py": f"import said\nsaid.said.append({value!r})", "said.py": "said = []"}


@pytest.fixture
def writes_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.mark.usefixtures("writes_bytecode")
def test_a_change_within_the_second_is_seen(tmp_path: Path) -> None:
    """Of the same size, and with time stamps that Python's own check of bytecode cannot tell apart."""
    second = 1_700_000_000_000_000_000
    assert load(tmp_path, text_of("old"))[1] == ["old"]
    flow, bytecode = tmp_path / "flow.py", next(tmp_path.glob("__pycache__/flow.*.pyc"))
    for value, changed in (("new", 200), ("now", 400)):
        os.utime(bytecode, ns=(second + changed - 100, second + changed - 100))
        lay_out(tmp_path, text_of(value))
        os.utime(flow, ns=(second + changed, second + changed))
        assert load(tmp_path, {})[1] == [value]


@pytest.mark.usefixtures("writes_bytecode")
def test_bytecode_that_is_newer_than_its_source_is_used(tmp_path: Path) -> None:
    load(tmp_path, text_of("old"))
    flow, bytecode = tmp_path / "flow.py", next(tmp_path.glob("__pycache__/flow.*.pyc"))
    before = flow.stat()
    lay_out(tmp_path, text_of("new"))
    os.utime(flow, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(bytecode, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert load(tmp_path, {})[1] == ["old"]


def test_a_module_whose_failure_is_caught_has_failed_all_the_same(tmp_path: Path) -> None:
    a = "try:\n    import lib.helper\nexcept ZeroDivisionError:\n    pass"
    lay_out(tmp_path, {"a.py": a, "lib/helper.py": "1 / 0"})
    plan = plan_sources(["a.py"], cwd=tmp_path)
    with isolated(plan, {}) as session:
        assert load_modules(plan, session) == Loaded((), frozenset({"lib.helper"}))


def test_a_module_that_runs_to_its_end_the_second_time_has_not_failed(tmp_path: Path) -> None:
    files = {
        "a.py": "import b\ntry:\n    import helper\nexcept ValueError:\n    b.ready = True\n    import helper",
        "b.py": "ready = False",
        "helper.py": "import b\nif not b.ready: raise ValueError",
    }
    assert load(tmp_path, files)[0] == Loaded((), frozenset())


def test_a_module_that_another_takes_out_has_not_failed(tmp_path: Path) -> None:
    files = {"a.py": "", "b.py": "import a, sys\ndel sys.modules['a']"}
    assert load(tmp_path, files)[0] == Loaded((), frozenset())


def test_hooks_that_stand_before_pythons_path_search_come_first(tmp_path: Path) -> None:
    files = {
        "a.py": """
            import sys, types
            from importlib.machinery import ModuleSpec

            class Hook:
                def find_spec(self, name, path, target=None):
                    return ModuleSpec(name, self) if name == "b" else None

                def create_module(self, spec):
                    return types.ModuleType("b")

                def exec_module(self, module):
                    import said
                    said.said.append("made up")

            sys.meta_path.insert(0, Hook())
        """,
        "b.py": "1 / 0",
        "said.py": "said = []",
    }
    loaded, said = load(tmp_path, files)
    assert said == ["made up"]
    assert loaded.failed_modules == frozenset()
