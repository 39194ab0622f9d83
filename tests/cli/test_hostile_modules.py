"""Modules that do more than declare: harmless, or reported in full; stdout is the result's, and nothing is lost."""

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

FLYTEC = Path(sys.executable).with_name("flytec")
FLOW = """\
from flytekit import task, workflow

@task
def t(n: int) -> int:
    return n

@workflow
def wf(n: int) -> int:
    return t(n=n)
"""
DONE = "out: 1 task, 1 workflow, 1 launch plan\n"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended, and the files that are in the output folder."""

    code: int
    stdout: str
    stderr: str
    files: list[str]


def flytec_compile(folder: Path, modules: Mapping[str, str], *options: str) -> Ended:
    """Compiles `src` after the modules, each given by its path below it, were written."""
    return run(folder, modules, str(FLYTEC), "compile", "src", "-o", "out", *options)


def run(folder: Path, modules: Mapping[str, str], *command: str) -> Ended:
    """Writes the modules and runs a command in a process of its own."""
    for name, text in modules.items():
        path = folder / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "GREETING": "before"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    out = folder / "out"
    files = sorted(path.name for path in out.iterdir()) if out.exists() else []
    return Ended(done.returncode, done.stdout, done.stderr, files)


# What a module does before it declares, and what of it is seen on stderr.
HARMLESS = {
    "prints": ("print('loud')", "loud\n"),
    "writes_to_the_descriptor": ("import os; os.write(1, b'loud\\n')", "loud\n"),
    "writes_to_the_first_stdout": ("import sys; sys.__stdout__.write('loud\\n')", "loud\n"),
    "writes_bytes": ("import sys; sys.stdout.buffer.write(b'loud\\n')", "loud\n"),
    "opens_stdout": ("open('/dev/fd/1', 'w').write('loud\\n')", "loud\n"),
    "runs_a_program": ("import subprocess; subprocess.run(['echo', 'loud'], check=True)", "loud\n"),
    "runs_a_shell": ("import os; os.system('echo loud')", "loud\n"),
    "prints_in_c": ("import ctypes; ctypes.CDLL(None).puts(b'loud')", "loud\n"),
    "prints_in_c_when_it_ends": (
        "import atexit, ctypes; atexit.register(ctypes.CDLL(None).puts, b'loud')",
        "loud\n",
    ),
    "prints_when_it_ends": ("import atexit; atexit.register(print, 'loud')", "loud\n"),
    "wraps_stdout": ("import io, sys; sys.stdout = io.TextIOWrapper(sys.stdout.buffer)\nprint('loud')", "loud\n"),
    "detaches_stdout": ("import sys; sys.stdout.detach()", ""),
    "closes_streams": ("import sys; sys.stdout.close(); sys.stderr.close(); sys.__stdout__.close()", ""),
    "takes_streams_away": ("import sys; sys.stdout = sys.stderr = None", ""),
    "puts_anything_in_their_place": ("import sys; sys.stdout = sys.stderr = object()", ""),
    "closes_the_descriptor": ("import os; os.close(1)", ""),
    "daemon_thread": (
        "import threading, time; threading.Thread(target=lambda: time.sleep(60), daemon=True).start()",
        "",
    ),
    "thread": ("import threading, time; threading.Thread(target=lambda: time.sleep(60)).start()", ""),
    "thread_that_prints_on_and_on": (
        "import itertools, threading\n"
        "threading.Thread(target=lambda: [print(end='') for _ in itertools.count()]).start()",
        "",
    ),
    "thread_pool": (
        "import concurrent.futures, time\nconcurrent.futures.ThreadPoolExecutor().submit(time.sleep, 60)",
        "",
    ),
    "forks": ("import os; os.fork() or os._exit(0)", ""),
    "forks_and_goes_on": ("import os; os.fork()", ""),
    "forks_and_exits": ("import os, sys; os.fork() or sys.exit(7)", ""),
    "forks_and_raises": ("import os\nif not os.fork(): raise RuntimeError('in the child')", ""),
    "changes_folder": ("import os; os.chdir('/')", ""),
    "import_paths": ("import sys; sys.path.clear()", ""),
    "import_paths_replaced": ("import sys; sys.path = ['/nowhere', *sys.path]", ""),
    "import_hooks": ("import sys; sys.meta_path = [hook for hook in sys.meta_path if 'flytec' not in repr(hook)]", ""),
    "environment": ("import os; os.environ.clear()", ""),
    "signals": ("import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)", ""),
    "hooks": ("import sys; sys.excepthook = sys.unraisablehook = sys.displayhook = None", ""),
    "recursion_limit": ("import sys; sys.setrecursionlimit(10_000)", ""),
    "arguments": ("import sys; sys.argv[:] = ['other']", ""),
    "warnings": ("import warnings; warnings.simplefilter('error')", ""),
    "logging": ("import logging; logging.basicConfig(level=0, force=True)", ""),
    "builtins": ("import builtins; builtins.print = builtins.open = None", ""),
    "umask": ("import os; os.umask(0o777)", ""),
    "collector": ("import gc; gc.enable(); gc.set_threshold(1)", ""),
    "locale": ("import locale; locale.setlocale(locale.LC_ALL, 'C')", ""),
    "random": ("import random; random.seed(0)", ""),
    "stands_in_for_itself": ("import sys, types; sys.modules['other'] = types.ModuleType('other')", ""),
    "deep_recursion_that_is_caught": (
        "def deep(): deep()\ntry: deep()\nexcept RecursionError: pass",
        "",
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless(name: str, tmp_path: Path) -> None:
    """The declarations compile, with those of the modules before and after, and stdout holds the result alone."""
    before, seen = HARMLESS[name]
    modules = {"a.py": FLOW, "b.py": f"{before}\n{FLOW}", "c.py": FLOW}
    ended = flytec_compile(tmp_path, modules)
    assert (ended.code, ended.stdout, ended.stderr) == (0, "out: 3 tasks, 3 workflows, 3 launch plans\n", seen)
    expected = [f"{module}.{rest}" for module in "abc" for rest in ("t_1.pb", "wf_2.pb", "wf_3.pb")]
    assert sorted(file.partition("_")[2] for file in ended.files) == expected
    assert (tmp_path / "out").stat().st_mode & 0o700 == 0o700


def test_what_a_module_exits_with_at_the_end_is_not_what_flytec_exits_with(tmp_path: Path) -> None:
    ended = flytec_compile(tmp_path, {"a.py": "import atexit, sys; atexit.register(sys.exit, 5)\n" + FLOW})
    assert (ended.code, ended.stdout) == (0, DONE)
    assert ended.stderr.endswith("SystemExit: 5\n")


def test_a_workflow_body_may_fork(tmp_path: Path) -> None:
    body = "    import os\n    os.fork()\n    return t("
    ended = flytec_compile(tmp_path, {"a.py": FLOW.replace("    return t(", body)})
    assert (ended.code, ended.stdout, ended.stderr) == (0, DONE, "")


def test_a_workflow_body_may_print_as_well(tmp_path: Path) -> None:
    ended = flytec_compile(tmp_path, {"a.py": FLOW.replace("    return t(", "    print('loud')\n    return t(")})
    assert (ended.code, ended.stdout, ended.stderr) == (0, DONE, "loud\n")


def test_json_is_all_that_is_on_stdout(tmp_path: Path) -> None:
    ended = flytec_compile(tmp_path, {"a.py": "print('loud')\n" + FLOW}, "--format", "json")
    assert json.loads(ended.stdout)["counts"] == {"modules": 1, "tasks": 1, "workflows": 1, "launch_plans": 1}
    assert (ended.code, ended.stderr) == (0, "loud\n")


# What a module does, and what flytec says; the module is called `bad`, `PLACE` stands for where it lies.
REPORTED = {
    "raises": (
        "\nraise ValueError('no', 1)",
        "bad.py:2: error[FTC101 module-failed]: module bad raises ValueError: ('no', 1)\n",
    ),
    "raises_from": (
        """
        try:
            {}['key']
        except KeyError as error:
            raise RuntimeError('no settings') from error
        """,
        "bad.py:5: error[FTC101 module-failed]: module bad raises RuntimeError: no settings\n"
        "  note: caused by KeyError: 'key'\n",
    ),
    "raises_in_lines": (
        "raise ValueError('one\\n  two\\n')",
        "bad.py:1: error[FTC101 module-failed]: module bad raises ValueError: one two\n",
    ),
    "raises_without_words": (
        "raise ValueError",
        "bad.py:1: error[FTC101 module-failed]: module bad raises ValueError\n",
    ),
    "raises_what_cannot_be_shown": (
        """
        class Odd(Exception):
            def __str__(self):
                raise RuntimeError
        raise Odd
        """,
        "bad.py:5: error[FTC101 module-failed]: module bad raises Odd: (its message cannot be shown)\n",
    ),
    "raises_to_end_everything": (
        "raise BaseException('all of it')",
        "bad.py:1: error[FTC101 module-failed]: module bad raises BaseException: all of it\n",
    ),
    "raises_memory_error": (
        "raise MemoryError",
        "bad.py:1: error[FTC101 module-failed]: module bad raises MemoryError\n",
    ),
    "raises_in_a_library": (
        "import json\njson.loads('{')",
        "bad.py:2: error[FTC101 module-failed]: module bad raises JSONDecodeError: "
        "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\n",
    ),
    "asserts": (
        "assert 1 == 2, 'of course'",
        "bad.py:1: error[FTC101 module-failed]: module bad raises AssertionError: of course\n",
    ),
    "exits": (
        "import sys\nsys.exit(3)",
        "bad.py:2: error[FTC102 module-exited]: module bad exits with status 3 while it is imported\n"
        '  hint: guard the call with if __name__ == "__main__"\n',
    ),
    "exits_well": (
        "import sys\nsys.exit(0)",
        "bad.py:2: error[FTC102 module-exited]: module bad exits with status 0 while it is imported\n"
        '  hint: guard the call with if __name__ == "__main__"\n',
    ),
    "exits_with_words": (
        "raise SystemExit('not here')",
        "bad.py:1: error[FTC102 module-exited]: module bad exits with 'not here' while it is imported\n"
        '  hint: guard the call with if __name__ == "__main__"\n',
    ),
    "syntax": (
        "x = 1\ndef f(:\n",
        "bad.py:2: error[FTC101 module-failed]: module bad raises SyntaxError: invalid syntax\n",
    ),
    "indentation": (
        "def f():\nx = 1\n",
        "bad.py:2: error[FTC101 module-failed]: module bad raises IndentationError: "
        "expected an indented block after function definition on line 1\n",
    ),
    "syntax_of_what_it_evaluates": (
        "\neval('1 +')",
        "bad.py:2: error[FTC101 module-failed]: module bad raises SyntaxError: invalid syntax\n",
    ),
    "recursion": (
        "def deep():\n    deep()\ndeep()",
        "bad.py:2: error[FTC101 module-failed]: module bad raises RecursionError: maximum recursion depth exceeded\n",
    ),
    "no_such_module_of_a_library": (
        "import json.no_such_part",
        "bad.py:1: error[FTC101 module-failed]: module bad needs json.no_such_part, "
        "which the installed json does not have\n",
    ),
    "no_such_name_of_a_library": (
        "from sys import no_such_name",
        "bad.py:1: error[FTC101 module-failed]: module bad raises ImportError: "
        "cannot import name 'no_such_name' from 'sys' (unknown location)\n",
    ),
    "takes_itself_out": (
        "import sys\ndel sys.modules[__name__]",
        "bad.py: error[FTC101 module-failed]: module bad takes itself out of sys.modules while it is imported\n",
    ),
    "unknown_name": (
        "from flytekit import tusk",
        "bad.py:1: error[FTC200 unsupported-symbol]: flytekit.tusk cannot be compiled: the stand-in does not have it\n"
        "  note: flytekit.task is known\n"
        "  hint: compile with --frontend flytekit, or do without it\n",
    ),
}


def named(text: str, name: str) -> str:
    """The text about the module `bad`, about module `name` instead."""
    return textwrap.dedent(text).replace("module bad", f"module {name}").replace("bad.py", f"{name}.py")


def bad_modules() -> tuple[dict[str, str], str]:
    """All the modules, each of them with a task declared before it fails, and all that is said."""
    modules = {f"{name}.py": named(text, name) for name, (text, _) in REPORTED.items()}
    modules["zz.py"] = f"{FLOW}\n1 / 0"
    zero = f"src/zz.py:{FLOW.count(chr(10)) + 2}: error[FTC101 module-failed]: module zz raises ZeroDivisionError: "
    said = [f"src/{named(said, name)}" for name, (_, said) in sorted(REPORTED.items())]
    return modules, "".join([*said, f"{zero}division by zero\n"])


def test_every_module_that_fails_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    modules, said = bad_modules()
    ended = flytec_compile(tmp_path, {"a.py": FLOW, **modules})
    assert ended.stderr.splitlines() == said.splitlines()
    assert (ended.code, ended.stdout, ended.files) == (1, "", [])


def test_keep_going_writes_what_is_not_reported(tmp_path: Path) -> None:
    modules, said = bad_modules()
    ended = flytec_compile(tmp_path, {"a.py": FLOW, **modules}, "--keep-going")
    assert ended.stderr.splitlines() == said.splitlines()
    assert (ended.code, ended.stdout) == (1, DONE)
    assert ended.files == ["0_a.t_1.pb", "1_a.wf_2.pb", "2_a.wf_3.pb"]


def test_one_cause_is_told_once_with_those_that_it_takes_down(tmp_path: Path) -> None:
    modules = {f"m{number}.py": f"import helper\n{FLOW}" for number in range(7)}
    ended = flytec_compile(tmp_path, {"a.py": FLOW, "helper.py": f"{FLOW}\nraise OSError('gone')", **modules})
    assert ended.stderr == (
        "src/helper.py:11: error[FTC101 module-failed]: module helper raises OSError: gone\n"
        "  note: 7 more modules fail because of it: m0, m1, m2, m3, m4 and 2 more\n"
    )
    assert (ended.code, ended.stdout, ended.files) == (1, "", [])


def test_a_cycle_of_imports_is_explained(tmp_path: Path) -> None:
    modules = {"p/__init__.py": "", "p/one.py": "from p.two import y\nx = 1", "p/two.py": "from p.one import x\ny = 1"}
    ended = flytec_compile(tmp_path, modules)
    assert ended.stderr == (
        "src/p/two.py:1: error[FTC101 module-failed]: module p.two raises ImportError: cannot import name 'x' from "
        "partially initialized module 'p.one' (most likely due to a circular import) (src/p/one.py)\n"
        "  note: 1 more module fails because of it: p.one\n"
        "  hint: break the cycle of imports, for example by importing inside the function that needs the name\n"
    )
    assert (ended.code, ended.files) == (1, [])


def test_the_way_to_a_failure_is_the_users_own_frames(tmp_path: Path) -> None:
    modules = {
        "a.py": "import helper\n\nhelper.read('{')",
        "helper.py": "import json\n\ndef read(text):\n    return json.loads(text)",
    }
    ended = run(tmp_path, modules, str(FLYTEC), "-v", "compile", "src", "-o", "out")
    assert ended.stderr == (
        "src/helper.py:4: error[FTC101 module-failed]: module a raises JSONDecodeError: "
        "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\n"
        "  the way there, innermost last:\n"
        "    src/a.py:3 in <module>: helper.read('{')\n"
        "    src/helper.py:4 in read: return json.loads(text)\n"
    )


def test_a_module_that_ends_the_process_leaves_the_old_folder(tmp_path: Path) -> None:
    """`os._exit` asks nobody; the output is the old one whole."""
    assert flytec_compile(tmp_path, {"a.py": FLOW}).code == 0
    ended = flytec_compile(tmp_path, {"b.py": "import os; os._exit(9)"})
    assert (ended.code, ended.stdout, ended.stderr) == (9, "", "")
    assert ended.files == ["0_a.t_1.pb", "1_a.wf_2.pb", "2_a.wf_3.pb"]


def test_an_interrupt_while_modules_load_ends_with_130(tmp_path: Path) -> None:
    ended = flytec_compile(tmp_path, {"a.py": "raise KeyboardInterrupt", "b.py": "print('not reached')"})
    assert (ended.code, ended.stdout, ended.stderr, ended.files) == (130, "", "", [])


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_may_be_closed_from_the_start(tmp_path: Path, closed: str) -> None:
    command = f'"$0" compile src -o out {closed}'
    ended = run(
        tmp_path, {"a.py": "import os\nprint('loud')\nos.write(1, b'loud')\n" + FLOW}, "sh", "-c", command, str(FLYTEC)
    )
    assert ended.code == 0
    assert ended.stdout == ("" if ">&-" in closed.replace("2>&-", "") else DONE)
    assert ended.files == ["0_a.t_1.pb", "1_a.wf_2.pb", "2_a.wf_3.pb"]


def test_a_reader_that_goes_away_is_no_fault_of_ours(tmp_path: Path) -> None:
    flytec_compile(tmp_path, {"a.py": FLOW})
    reading, writing = os.pipe()
    os.close(reading)
    command = [str(FLYTEC), "compile", "src", "-o", "out"]
    done = subprocess.run(command, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_under_stdout_is_told(tmp_path: Path) -> None:
    command = '"$0" compile src -o out >/dev/full'
    ended = run(tmp_path, {"a.py": FLOW}, "sh", "-c", command, str(FLYTEC))
    said = "error[FTC404 output-failed]: stdout cannot be written: No space left on device\n"
    assert (ended.code, ended.stderr, len(ended.files)) == (2, said, 3)


def test_a_working_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    command = 'mkdir gone && cd gone && rmdir ../gone && "$0" compile src -o out'
    ended = run(tmp_path, {"a.py": FLOW}, "sh", "-c", command, str(FLYTEC))
    said = "error[FTC100 source-not-found]: the working folder does not exist any more\n"
    assert (ended.code, ended.stdout, ended.stderr) == (2, "", said)
