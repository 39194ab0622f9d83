import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from flytec.authoring.rows import StandInTable
from flytec.diagnostics import Diagnostic
from flytec.load.discover import plan_sources
from flytec.load.importer import Loaded, load_modules
from flytec.load.session import isolated
from layouts import lay_out

TABLE: StandInTable = {
    "flytekit": {
        "ModuleNames": "flytec.authoring.naming:ModuleNames",
        "shown": "flytec.load.plan:shown",
    }
}


def load(root: Path, files: Mapping[str, str], *sources: str) -> Loaded:
    lay_out(root, files)
    plan = plan_sources(sources or (".",), cwd=root)
    with isolated(plan, TABLE) as session:
        return load_modules(plan, session)


def text(root: Path, row: Diagnostic) -> str:
    """A finding as one line, with places relative to the project."""
    return f"{row.location} {row.code.id} {row.message}".replace(f"{root}/", "")


def texts(root: Path, loaded: Loaded) -> list[str]:
    return [text(root, row) for row in loaded.findings]


def test_every_module_is_tried(tmp_path: Path) -> None:
    files = {f"m{number}.py": "raise ValueError(__name__)" if number % 2 else "" for number in range(5)}
    loaded = load(tmp_path, files)
    assert texts(tmp_path, loaded) == [
        "m1.py:1 FTC101 module m1 raises ValueError: m1",
        "m3.py:1 FTC101 module m3 raises ValueError: m3",
    ]
    assert loaded.failed_modules == {"m1", "m3"}


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("\nraise ValueError('boom')", "flow.py:2 FTC101 module flow raises ValueError: boom"),
        ("raise ValueError", "flow.py:1 FTC101 module flow raises ValueError"),
        ("raise ValueError('two\\n  lines')", "flow.py:1 FTC101 module flow raises ValueError: two lines"),
        (
            "class E(Exception):\n    def __str__(self): raise RuntimeError\nraise E",
            "flow.py:3 FTC101 module flow raises E: (its message cannot be shown)",
        ),
        (f"raise ValueError({'x' * 500!r})", f"flow.py:1 FTC101 module flow raises ValueError: {'x' * 400} ..."),
        ("class Own(BaseException): ...\nraise Own(3)", "flow.py:2 FTC101 module flow raises Own: 3"),
        ("raise GeneratorExit", "flow.py:1 FTC101 module flow raises GeneratorExit"),
        (
            "def f(n): return f(n + 1)\nf(0)",
            "flow.py:1 FTC101 module flow raises RecursionError: maximum recursion depth exceeded",
        ),
        ("import json\njson.loads('}')", None),
        ("\n\ndef f(:", "flow.py:3 FTC101 module flow raises SyntaxError: invalid syntax"),
        ("if True:\npass", None),
        ("exec('1 +')", "flow.py:1 FTC101 module flow raises SyntaxError: invalid syntax"),
        ("x = '\0'", None),
        ("import sys; sys.exit()", "flow.py:1 FTC102 module flow exits while it is imported"),
        ("import sys; sys.exit(0)", "flow.py:1 FTC102 module flow exits with status 0 while it is imported"),
        (
            "raise SystemExit('no\\nconfig')",
            "flow.py:1 FTC102 module flow exits with 'no\\nconfig' while it is imported",
        ),
        (
            "import sys; del sys.modules[__name__]",
            "flow.py FTC101 module flow takes itself out of sys.modules while it is imported",
        ),
        (
            "import no_such_thing.at_all",
            "flow.py:1 FTC101 module flow needs no_such_thing, which is not installed in this environment",
        ),
        (
            "import json.no_such_thing",
            "flow.py:1 FTC101 module flow needs json.no_such_thing, which the installed json does not have",
        ),
        (
            "import flow.gone",
            None,
        ),
        (
            "raise ModuleNotFoundError('by hand')",
            "flow.py:1 FTC101 module flow raises ModuleNotFoundError: by hand",
        ),
        (
            "from flytekit import nope",
            "flow.py:1 FTC200 flytekit.nope cannot be compiled: the stand-in does not have it",
        ),
        (
            "from flytekit import shown\n\nshown('x', None)",
            "flow.py:3 FTC900 flytec fails on module flow: AttributeError: 'NoneType' object has no attribute 'rstrip'",
        ),
    ],
)
def test_a_failure_is_one_line_at_the_users_line(tmp_path: Path, code: str, message: str | None) -> None:
    loaded = load(tmp_path, {"flow.py": code})
    (row,) = loaded.findings
    assert loaded.failed_modules == {"flow"}
    if message is None:
        assert text(tmp_path, row).startswith("flow.py")
        assert "\n" not in row.message
    else:
        assert text(tmp_path, row) == message


def test_keyboard_interrupt_goes_through(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(tmp_path, {"flow.py": "raise KeyboardInterrupt"})
    assert "flow" not in sys.modules


def test_hints_say_what_to_do(tmp_path: Path) -> None:
    files = {
        "a.py": "import sys; sys.exit(2)",
        "b.py": "import no_such_thing",
        "c.py": "from d import x",
        "d.py": "from c import y\nx = 1",
        "e.py": "from flytekit import *\nwidget",
        "f.py": "widget",
    }
    hints = {Path(row.location.path).name: row.hint for row in load(tmp_path, files).findings if row.location}
    assert hints == {
        "a.py": 'guard the call with if __name__ == "__main__"',
        "b.py": "install no_such_thing here, or import it in the bodies of the tasks that use it",
        "d.py": "break the cycle of imports, for example by importing inside the function that needs the name",
        "e.py": "import the name itself: if it is flytekit's, the stand-in does not have it",
        "f.py": "",
    }


def test_frames_are_the_users_own(tmp_path: Path) -> None:
    files = {
        "flow.py": "import helper\n\n\nhelper.call(lambda: helper.fail())",
        "helper.py": "import functools\ndef call(f): return functools.reduce(lambda *_: f(), [1, 2])\n"
        "def fail():\n    import json\n    json.loads('}')",
    }
    (row,) = load(tmp_path, files).findings
    assert [frame.replace(f"{tmp_path}/", "") for frame in row.frames] == [
        "flow.py:4 in <module>: helper.call(lambda: helper.fail())",
        "helper.py:2 in call: def call(f): return functools.reduce(lambda *_: f(), [1, 2])",
        "helper.py:2 in <lambda>: def call(f): return functools.reduce(lambda *_: f(), [1, 2])",
        "flow.py:4 in <lambda>: helper.call(lambda: helper.fail())",
        "helper.py:5 in fail: json.loads('}')",
    ]
    assert text(tmp_path, row).startswith("helper.py:5 FTC101 module flow raises JSONDecodeError: Expecting value")


def test_a_long_stack_shows_both_ends(tmp_path: Path) -> None:
    (row,) = load(tmp_path, {"flow.py": "def f(n): return f(n - 1) if n else 1 / 0\nf(100)"}).findings
    assert len(row.frames) == 31
    assert row.frames[15] == "... 72 more ..."


def test_a_cause_is_told(tmp_path: Path) -> None:
    code = "try:\n    {}['k']\nexcept KeyError as error:\n    raise ValueError('outer') from error"
    (row,) = load(tmp_path, {"flow.py": code}).findings
    assert row.notes == ("caused by KeyError: 'k'",)


def test_a_cause_that_several_modules_share_is_told_once(tmp_path: Path) -> None:
    files = {"bad.py": "1 / 0", **{f"m{n}.py": "x = 1\nimport bad" for n in range(7)}}
    loaded = load(tmp_path, files)
    assert texts(tmp_path, loaded) == ["bad.py:1 FTC101 module bad raises ZeroDivisionError: division by zero"]
    assert loaded.findings[0].notes == ("7 more modules fail because of it: m0, m1, m2, m3, m4 and 2 more",)
    assert loaded.failed_modules == {"bad", *(f"m{n}" for n in range(7))}


def test_a_helper_that_was_not_planned_is_told_once_too(tmp_path: Path) -> None:
    files = {"helper.py": "1 / 0", "a.py": "import helper", "b.py": "import helper"}
    loaded = load(tmp_path, files, "a.py", "b.py")
    assert texts(tmp_path, loaded) == ["helper.py:1 FTC101 module helper raises ZeroDivisionError: division by zero"]
    assert loaded.findings[0].notes == ("2 more modules fail because of it: a, b",)
    assert loaded.failed_modules == {"helper", "a", "b"}


def test_a_package_that_fails_runs_once(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    files = {
        "p/__init__.py": f"with open({str(runs)!r}, 'a') as runs: runs.write('x')\nraise ValueError",
        "p/a.py": "",
        "p/b/__init__.py": "",
        "p/b/c.py": "",
        "q.py": "try:\n    import p.a\nexcept ValueError:\n    pass",
    }
    loaded = load(tmp_path, files)
    assert texts(tmp_path, loaded) == ["p/__init__.py:2 FTC101 module p raises ValueError"]
    assert loaded.findings[0].notes == ("3 more modules fail because of it: p.a, p.b, p.b.c",)
    assert loaded.failed_modules == {"p", "p.a", "p.b", "p.b.c"}
    assert runs.read_text() == "x"


def test_syntax_errors_in_imported_files_are_told_once(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"a.py": "import helper", "b.py": "import helper", "helper.py": "def"}, "a.py", "b.py")
    assert texts(tmp_path, loaded) == ["helper.py:1 FTC101 module helper raises SyntaxError: invalid syntax"]
    assert loaded.failed_modules == {"a", "b", "helper"}


def test_modules_that_import_one_another_are_no_failure(tmp_path: Path) -> None:
    files = {"a.py": "import b\ndef f(): return b.g", "b.py": "import a\ndef g(): return a.f"}
    assert load(tmp_path, files) == Loaded((), frozenset())


def test_an_authoring_error_keeps_its_code_and_gets_a_place(tmp_path: Path) -> None:
    (row,) = load(
        tmp_path, {"flow.py": "from flytekit import ModuleNames\n\nModuleNames().of_instance(object(), None)"}
    ).findings
    assert text(tmp_path, row) == "flow.py:3 FTC105 an instance of `object` was made outside of any loaded module"
    assert row.frames == (f"{tmp_path}/flow.py:3 in <module>: ModuleNames().of_instance(object(), None)",)


def test_a_swallowed_lack_is_told_though_the_module_loads(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"flow.py": "try:\n    from flytekit import nope\nexcept ImportError:\n    pass"})
    assert texts(tmp_path, loaded) == [
        "flow.py:2 FTC200 flytekit.nope cannot be compiled: the stand-in does not have it"
    ]
    assert loaded.failed_modules == frozenset()


@pytest.mark.parametrize(("name", "theirs"), [("time", "built-in"), ("json", "/json/__init__.py")])
def test_a_file_that_python_does_not_take_is_told(tmp_path: Path, name: str, theirs: str) -> None:
    (row,) = load(tmp_path, {f"{name}.py": "from flytekit import ModuleNames"}).findings
    assert text(tmp_path, row).startswith(f"{name}.py FTC109 module {name} is not this file: for Python, {name} is ")
    assert row.message.endswith(theirs)
    assert row.hint == "rename the file, since the container would not find it either"


def test_a_module_may_put_another_object_in_its_place(tmp_path: Path) -> None:
    code = "import sys\nclass Facade: ...\nsys.modules[__name__] = Facade()"
    assert load(tmp_path, {"flow.py": code}) == Loaded((), frozenset())


def test_a_helper_that_two_roots_have_is_told(tmp_path: Path) -> None:
    files = {"x/a.py": "import helper", "x/helper.py": "", "y/b.py": "import helper", "y/helper.py": "", "x/y.py": ""}
    loaded = load(tmp_path, {**files, "y/y.py": ""}, "x/a.py", "y/b.py")
    assert texts(tmp_path, loaded) == ["x/helper FTC106 module helper is imported, and lies under x and under y"]


def test_progress_is_told_before_each_module(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "", "b.py": "raise ValueError", "c.py": ""})
    plan = plan_sources(["."], cwd=tmp_path)
    seen: list[tuple[str, int, int]] = []
    with isolated(plan, TABLE) as session:
        load_modules(plan, session, lambda *step: seen.append(step))
    assert seen == [("a", 0, 3), ("b", 1, 3), ("c", 2, 3)]
