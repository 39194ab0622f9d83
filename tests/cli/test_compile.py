"""`flytec compile` and `flytec serialize workflows`: sources in, files and one line out; exit codes; what is said."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from layouts import lay_out

FLYTEC = str(Path(sys.executable).with_name("flytec"))
FLOW = """
    from flytekit import task, workflow

    @task
    def t(n: int) -> int:
        return n

    @workflow
    def wf(n: int) -> int:
        return t(n=n)
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended, and the names in the output folder without their numbers."""

    code: int
    stdout: str
    stderr: str
    names: list[str]


def flytec(folder: Path, files: Mapping[str, str], *arguments: str) -> Ended:
    """Runs the command in folder; its output goes to out."""
    lay_out(folder, files)
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    done = subprocess.run(
        [FLYTEC, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    out = folder / "out"
    names = [path.name.split("_", 1)[1] for path in sorted(out.iterdir())] if out.exists() else []
    return Ended(done.returncode, done.stdout, done.stderr, names)


def entities(*modules: str) -> list[str]:
    return [f"{module}.{rest}" for module in modules for rest in ("t_1.pb", "wf_2.pb", "wf_3.pb")]


PROJECT = {
    "shop/__init__.py": "",
    "shop/orders.py": FLOW,
    "shop/deep/__init__.py": "",
    "shop/deep/stock.py": FLOW,
    "scripts/nightly.py": FLOW,
    "setup.py": "raise SystemExit('usage: setup.py')",
    "node_modules/tool.py": "1 / 0",
    ".hidden/tool.py": "1 / 0",
    "venv/pyvenv.cfg": "",
    "venv/lib/tool.py": "1 / 0",
}
SETUP = "setup.py: note[FTC108 unusable-source]: setup.py is passed over: it is run by a tool, and lies in no package\n"


@pytest.mark.parametrize(
    ("sources", "modules", "notes"),
    [
        (["shop/orders.py"], ["shop.orders"], ""),
        (["scripts/nightly.py"], ["nightly"], ""),
        (["shop"], ["shop.deep.stock", "shop.orders"], ""),
        (["shop/"], ["shop.deep.stock", "shop.orders"], ""),
        (["shop/deep"], ["shop.deep.stock"], ""),
        (["shop.deep"], ["shop.deep.stock"], ""),
        (["shop.orders"], ["shop.orders"], ""),
        (["."], ["shop.deep.stock", "shop.orders", "scripts.nightly"], SETUP),
        (["shop/orders.py", "shop/deep", "scripts"], ["nightly", "shop.deep.stock", "shop.orders"], ""),
        (["scripts", "shop/deep", "shop/orders.py"], ["nightly", "shop.deep.stock", "shop.orders"], ""),
    ],
)
def test_sources(tmp_path: Path, sources: list[str], modules: list[str], notes: str) -> None:
    ended = flytec(tmp_path, PROJECT, "compile", *sources, "-o", "out")
    assert (ended.code, ended.stderr, ended.names) == (0, notes, entities(*modules))
    count = len(modules)
    s = "" if count == 1 else "s"
    assert ended.stdout == f"out: {count} task{s}, {count} workflow{s}, {count} launch plan{s}\n"


def test_serialize_is_compile_with_pyflytes_options(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    arguments = ["-k", "shop.deep,scripts", "serialize", "-i", "x/y:z", "--local-source-root", ".", "workflows"]
    ended = flytec(tmp_path, PROJECT, *arguments, "-f", "out")
    assert (ended.code, ended.stderr) == (0, "")
    assert (ended.stdout, ended.names) == (
        "out: 2 tasks, 2 workflows, 2 launch plans\n",
        entities("shop.deep.stock", "scripts.nightly"),
    )


def test_nothing_to_compile_says_where_it_looked(tmp_path: Path) -> None:
    ended = flytec(tmp_path, {"empty/": "", "plain/a.py": "x = 1"}, "compile", "empty", "plain", "-o", "out")
    assert (ended.code, ended.stdout, ended.names) == (3, "", [])
    assert ended.stderr == (
        "error[FTC103 nothing-to-compile]: no task, workflow or launch plan in 1 module of empty, plain\n"
        "  hint: name a file, folder or package whose modules declare one at their top level\n"
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "gone.py",
            "error[FTC100 source-not-found]: gone.py does not exist; "
            "a .py file, a folder or a dotted package was expected\n  hint: name it relative to {cwd}, or in full\n",
        ),
        (
            "gone",
            "error[FTC100 source-not-found]: package gone is neither below {cwd} nor installed\n"
            "  hint: name the folder that the package lies in, or a package that lies there\n",
        ),
        (
            "",
            "error[FTC100 source-not-found]: a source without a name does not exist; "
            "a .py file, a folder or a dotted package was expected\n  hint: name it relative to {cwd}, or in full\n",
        ),
        (
            "**",
            "error[FTC100 source-not-found]: ** does not exist; "
            "a .py file, a folder or a dotted package was expected\n  hint: name it relative to {cwd}, or in full\n",
        ),
        (
            "notes.txt",
            "error[FTC108 unusable-source]: notes.txt is not a Python file; "
            "a .py file, a folder or a dotted package was expected\n",
        ),
    ],
)
def test_a_source_that_is_none_is_exit_2(tmp_path: Path, source: str, said: str) -> None:
    ended = flytec(tmp_path, {"notes.txt": ""}, "compile", source, "-o", "out")
    assert (ended.code, ended.stdout, ended.stderr) == (2, "", said.format(cwd=tmp_path))
    assert not (tmp_path / "out").exists()


BROKEN = {"a.py": FLOW, "b.py": f"{FLOW}\n    1 / 0", "c.py": "try:\n    import d.e\nexcept KeyError:\n    pass"}
HELPER = f"{FLOW}\n    {{}}['unset']"
SAID = "src/b.py:12: error[FTC101 module-failed]: module b raises ZeroDivisionError: division by zero\n"


@pytest.mark.parametrize("front_end", ["stand-in", "flytekit"])
def test_what_failed_modules_declared_is_not_written(tmp_path: Path, front_end: str) -> None:
    """Neither from one that fails, nor from a helper that fails where another module catches it."""
    files = {f"src/{name}": text for name, text in BROKEN.items()} | {"d/e.py": HELPER}
    files["src/c.py"] = f"import sys\nsys.path.append('.')\n{BROKEN['c.py']}"
    stopped = flytec(tmp_path, files, "compile", "src", "-o", "out", "--frontend", front_end)
    assert (stopped.code, stopped.stdout, stopped.stderr, stopped.names) == (1, "", SAID, [])
    going = flytec(tmp_path, {}, "compile", "src", "-o", "out", "--frontend", front_end, "--keep-going")
    assert (going.code, going.stdout, going.stderr) == (1, "out: 1 task, 1 workflow, 1 launch plan\n", SAID)
    assert going.names == entities("a")


def test_json_says_it_all(tmp_path: Path) -> None:
    files = {"src/a.py": FLOW, "src/b.py": "1 / 0"}
    ended = flytec(tmp_path, files, "compile", "src", "-o", "out", "--format", "json", "--keep-going")
    assert ended.code == 1
    result = json.loads(ended.stdout)
    assert result["counts"] == {"modules": 2, "tasks": 1, "workflows": 1, "launch_plans": 1, "errors": 1}
    (finding,) = result["findings"]
    assert (finding["code"], finding["message"]) == ("FTC101", "module b raises ZeroDivisionError: division by zero")


def test_the_version_of_flytekit_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    text = f"{FLOW}\n    import flytekit\n    assert flytekit.__version__ == '1.16.7', flytekit.__version__"
    ended = flytec(tmp_path, {"a.py": text}, "compile", "a.py", "-o", "out", "--target-version", "1.16.7")
    assert (ended.code, ended.stderr) == (0, "")


def test_flytekit_is_not_imported(tmp_path: Path) -> None:
    """Though it is installed where this test runs."""
    text = f"{FLOW}\n    import flytekit, sys\n    sys.exit(repr(sorted(n for n in sys.modules if 'grpc' in n)))"
    ended = flytec(tmp_path, {"a.py": text}, "compile", "a.py", "-o", "out")
    assert "module a exits with '[]' while it is imported" in ended.stderr


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a run shows on a terminal on stderr."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [FLYTEC, *arguments], cwd=folder, env={"PATH": os.environ["PATH"], **environment}, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 1024):
            shown += chunk
    except OSError:  # the end of a terminal
        pass
    assert process.wait() == 0
    os.close(ours)
    return shown.decode()


@pytest.mark.parametrize(
    ("options", "environment", "is_shown"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, True),
        (["-q"], {}, False),
        ([], {"CI": "true"}, False),
        ([], {"TERM": "dumb"}, False),
    ],
)
def test_progress_is_for_people_who_wait(
    tmp_path: Path, options: list[str], environment: dict[str, str], is_shown: bool
) -> None:
    lay_out(tmp_path, {"src/a.py": f"{FLOW}\n    import time\n    time.sleep(1.2)", "src/b.py": FLOW})
    shown = on_a_terminal(tmp_path, *options, "compile", "src", "-o", "out", **environment)
    assert shown == ("\rloading 2 of 2: b\r                 \r" if is_shown else "")


def test_a_short_run_shows_no_progress(tmp_path: Path) -> None:
    lay_out(tmp_path, {"src/a.py": FLOW})
    assert on_a_terminal(tmp_path, "compile", "src", "-o", "out") == ""
