import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flytec.diagnostics import CannotRunError
from flytec.load.discover import plan_packages, plan_sources
from flytec.load.plan import LoadPlan
from layouts import lay_out


def compile_plan(cwd: Path, *sources: str, package_root: str = "auto") -> LoadPlan:
    return plan_sources(sources, cwd=cwd, package_root=package_root)


def found(plan: LoadPlan) -> dict[str, str]:
    return {module.name: os.path.relpath(module.path, plan.cwd) for module in plan.modules}


def roots(plan: LoadPlan) -> list[str]:
    return [os.path.relpath(root, plan.cwd) for root in plan.roots]


@pytest.mark.parametrize(
    ("files", "source", "root", "modules"),
    [
        (["flow.py"], "flow.py", ".", {"flow": "flow.py"}),
        (["a/b/flow.py"], "a/b/flow.py", "a/b", {"flow": "a/b/flow.py"}),
        (["a/__init__.py", "a/flow.py"], "a/flow.py", ".", {"a.flow": "a/flow.py"}),
        (["src/a/__init__.py", "src/a/flow.py"], "src/a/flow.py", "src", {"a.flow": "src/a/flow.py"}),
        (["a/__init__.py"], "a/__init__.py", ".", {"a": "a/__init__.py"}),
        (["a/__main__.py", "a/__init__.py"], "a/__main__.py", ".", {"a.__main__": "a/__main__.py"}),
        (["setup.py"], "setup.py", ".", {"setup": "setup.py"}),
        (["my-flow.py"], "my-flow.py", ".", {"my-flow": "my-flow.py"}),
    ],
)
def test_a_file_counts_from_the_first_folder_that_is_no_package(
    tmp_path: Path, files: Sequence[str], source: str, root: str, modules: dict[str, str]
) -> None:
    lay_out(tmp_path, dict.fromkeys(files, ""))
    plan = compile_plan(tmp_path, source)
    assert (roots(plan), found(plan)) == ([root], modules)


def test_a_folder_gives_packages_first_and_then_folders_without_init(tmp_path: Path) -> None:
    files = ["late/z.py", "early/a.py", "early/deep/b.py", "pack/__init__.py", "pack/loose/c.py", "pack/m.py", "one.py"]
    lay_out(tmp_path, dict.fromkeys(files, ""))
    plan = compile_plan(tmp_path, ".")
    assert roots(plan) == ["."]
    assert [module.name for module in plan.modules] == [
        "one",
        "pack",
        "pack.m",
        "early.a",
        "early.deep.b",
        "late.z",
        "pack.loose.c",
    ]


def test_a_folder_within_a_package_keeps_its_full_names(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["src/a/__init__.py", "src/a/b/__init__.py", "src/a/b/c.py", "src/a/d.py"], ""))
    plan = compile_plan(tmp_path, "src/a/b")
    assert (roots(plan), found(plan)) == (["src"], {"a.b": "src/a/b/__init__.py", "a.b.c": "src/a/b/c.py"})


def test_what_is_no_source_of_the_users_is_left_out(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        dict.fromkeys(
            [
                ".hidden/a.py",
                "__pycache__/b.cpython-311.pyc",
                "node_modules/c.py",
                "env/pyvenv.cfg",
                "env/lib/d.py",
                ".#lock.py",
                "notes.txt",
                "kept.py",
            ],
            "",
        ),
    )
    assert found(compile_plan(tmp_path, ".")) == {"kept": "kept.py"}


def test_scripts_of_tools_are_passed_over_with_a_note_unless_they_lie_in_a_package(tmp_path: Path) -> None:
    files = [
        "setup.py",
        "conftest.py",
        "a.b.py",
        "loose/conftest.py",
        "p/__init__.py",
        "p/conftest.py",
        "p/__main__.py",
    ]
    lay_out(tmp_path, dict.fromkeys(files, ""))
    plan = compile_plan(tmp_path, ".")
    assert found(plan) == {"p": "p/__init__.py", "p.conftest": "p/conftest.py"}
    assert [(note.severity.value, note.message) for note in plan.notes] == [
        ("note", "a.b.py is passed over: its name has a dot, so no import can reach it"),
        ("note", "conftest.py is passed over: it is run by a tool, and lies in no package"),
        ("note", "loose/conftest.py is passed over: it is run by a tool, and lies in no package"),
        ("note", "p/__main__.py is passed over: it is the command of its package"),
        ("note", "setup.py is passed over: it is run by a tool, and lies in no package"),
    ]


def test_links_that_lead_back_up_end_the_walk(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["a/__init__.py", "a/m.py", "b/n.py"], ""))
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "over").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "back").symlink_to(tmp_path / "a")
    names = [module.name for module in compile_plan(tmp_path, ".").modules]
    assert names == ["a", "a.m", "a.over.n", "b.back", "b.back.m", "b.n"]


def test_a_link_that_leads_back_to_itself_is_no_folder(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a/__init__.py": "", "a/m.py": ""})
    (tmp_path / "a" / "data").symlink_to("data")
    assert [module.name for module in plan_packages(["a"], source_root=tmp_path, cwd=tmp_path).modules] == ["a", "a.m"]


def test_a_dotted_package_is_looked_up_from_the_working_folder(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["loose/a/__init__.py", "loose/a/m.py", "loose/n.py"], ""))
    plan = compile_plan(tmp_path, "loose.a")
    assert (roots(plan), found(plan)) == (["."], {"loose.a": "loose/a/__init__.py", "loose.a.m": "loose/a/m.py"})
    assert plan.looked_in == ("package loose.a (from .)",)


def test_an_installed_package_is_found_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, dict.fromkeys(["site-packages/inst/__init__.py", "site-packages/inst/m.py"], ""))
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    work = lay_out(tmp_path / "work", {})
    work.mkdir()
    assert [module.name for module in compile_plan(work, "inst").modules] == ["inst", "inst.m"]


@pytest.mark.parametrize(
    ("package_root", "root", "name"),
    [("auto", "top/src/a", "b.flow"), (".", ".", "top.src.a.b.flow"), ("top/src", "top/src", "a.b.flow")],
)
def test_a_package_root_stands_above_the_rule(tmp_path: Path, package_root: str, root: str, name: str) -> None:
    lay_out(tmp_path, dict.fromkeys(["top/src/a/b/__init__.py", "top/src/a/b/flow.py"], ""))
    plan = compile_plan(tmp_path, "top/src/a/b/flow.py", package_root=package_root)
    assert (roots(plan), found(plan)) == ([root], {name: "top/src/a/b/flow.py"})


def test_sources_in_one_another_give_each_file_once(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["p/sub/flow.py", "p/other.py"], ""))
    plan = compile_plan(tmp_path, "p/sub/flow.py", "p", "p/other.py")
    assert (roots(plan), found(plan)) == (["p"], {"other": "p/other.py", "sub.flow": "p/sub/flow.py"})


def test_the_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["x/a.py", "y/b.py", "c.py"], ""))
    assert compile_plan(tmp_path, "y", "x", "c.py") == compile_plan(tmp_path, "c.py", "x", "y")
    assert roots(compile_plan(tmp_path, "y", "x", "c.py")) == [".", "x", "y"]


def test_one_name_for_two_files_is_refused(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        dict.fromkeys(["x/flow.py", "y/flow.py", "x/p/__init__.py", "x/p/a.py", "y/p/__init__.py", "y/p/b.py"], ""),
    )
    with pytest.raises(CannotRunError) as caught:
        compile_plan(tmp_path, "x/flow.py", "y/flow.py", "x/p/a.py", "y/p/b.py")
    assert [(str(row.code), row.message) for row in caught.value.findings] == [
        ("FTC106 mixed-roots", "module flow would be both x/flow.py and y/flow.py"),
        ("FTC106 mixed-roots", "module p would be both x/p/__init__.py and y/p/__init__.py"),
    ]


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("gone.py", "FTC100", "gone.py does not exist; a .py file, a folder or a dotted package was expected"),
        ("gone/", "FTC100", "gone/ does not exist; a .py file, a folder or a dotted package was expected"),
        ("", "FTC100", "a source without a name does not exist; a .py file, a folder or a dotted package was expected"),
        ("gone.away", "FTC100", "package gone.away is neither below {cwd} nor installed"),
        (
            "notes.txt",
            "FTC108",
            "notes.txt is not a Python file; a .py file, a folder or a dotted package was expected",
        ),
        ("a.b.py", "FTC108", "a.b.py has a dot in its module name, so no import can reach it"),
        ("v1.2/m.py", "FTC108", "v1.2/m.py has a dot in its module name, so no import can reach it"),
    ],
)
def test_what_cannot_be_a_source_is_refused(tmp_path: Path, source: str, code: str, message: str) -> None:
    lay_out(tmp_path, dict.fromkeys(["notes.txt", "a.b.py", "v1.2/__init__.py", "v1.2/m.py"], ""))
    with pytest.raises(CannotRunError) as caught:
        compile_plan(tmp_path, source)
    (row,) = caught.value.findings
    assert (row.code.id, row.message) == (code, message.format(cwd=tmp_path))


TREE = [
    "p/__init__.py",
    "p/__main__.py",
    "p/a/__init__.py",
    "p/a/z.py",
    "p/a.py",
    "p/a_b.py",
    "p/a-b.py",
    "p/A.py",
    "p/b.c.py",
    "p/setup.py",
    "p/deep/__init__.py",
    "p/deep/er/__init__.py",
    "p/deep/er/m.py",
    "p/deep/data/n.py",
    "p/test_m.py",
    "q/m.py",
    "q/r/__init__.py",
    "q/loose/m.py",
    "single.py",
]
FLYTEKITS_WALK = """
import importlib, json, pkgutil, sys
names = []
for package in sys.argv[1:]:
    module = importlib.import_module(package)
    names.append(package)
    if hasattr(module, "__path__"):
        for info in pkgutil.walk_packages(module.__path__, package + "."):
            importlib.import_module(info.name)
            names.append(info.name)
print(json.dumps(names))
"""


@pytest.mark.parametrize("packages", [["p"], ["q"], ["single", "p.deep", "p"], ["p.a_b", "q.r"], ["p", "p.a"]])
def test_packages_come_in_pyflytes_order(tmp_path: Path, packages: list[str]) -> None:
    lay_out(tmp_path, dict.fromkeys(TREE, ""))
    walked = subprocess.run(
        [sys.executable, "-c", FLYTEKITS_WALK, *packages], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    plan = plan_packages(packages, source_root=Path(), cwd=tmp_path)
    expected = [name for name in dict.fromkeys(json.loads(walked.stdout)) if name != "q"]  # runs nothing by itself
    ours = [module.name for module in plan.modules]
    assert [name for name in ours if name in expected] == expected
    assert set(ours) - set(expected) <= {"p.deep.data.n", "q.loose.m"}
    assert plan.roots == (str(tmp_path),)


def test_folders_without_init_come_at_the_end_of_their_package(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(TREE, ""))
    plan = plan_packages(["p"], source_root=Path(), cwd=tmp_path)
    assert [module.name for module in plan.modules][-2:] == ["p.test_m", "p.deep.data.n"]


def test_the_source_root_comes_before_what_is_installed(tmp_path: Path) -> None:
    lay_out(tmp_path, {"root/click.py": ""})
    plan = plan_packages(["click"], source_root=Path("root"), cwd=tmp_path)
    assert found(plan) == {"click": "root/click.py"}


def test_a_package_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as caught:
        plan_packages(["nowhere.at_all"], source_root=Path(), cwd=tmp_path)
    (row,) = caught.value.findings
    assert (row.code.id, row.message) == (
        "FTC100",
        f"package nowhere.at_all is neither below {tmp_path} nor installed",
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(order=st.permutations(range(4)))
def test_the_order_of_a_listing_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: Sequence[int]
) -> None:
    lay_out(tmp_path, dict.fromkeys(["w/__init__.py", "x.py", "y/z.py", "z.py"], ""))
    expected = compile_plan(tmp_path, ".")
    scandir = os.scandir

    class Shuffled:
        def __init__(self, folder: str) -> None:
            self._entries = sorted(scandir(folder), key=lambda entry: order["wxyz".find(entry.name[0]) % 4])

        def __enter__(self) -> list["os.DirEntry[str]"]:
            return self._entries

        def __exit__(self, *_: object) -> None:
            return None

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", Shuffled)
        assert compile_plan(tmp_path, ".") == expected
