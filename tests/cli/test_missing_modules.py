"""Modules that are not installed: what compiles without them, and what is refused for want of them."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flytec.cli.main import cli
from layouts import lay_out

TASK = """
from flytekit import task

@task
def t(n: int = 1) -> int:
    return n
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def flytec(files: Mapping[str, str], *options: str, command: str = "compile flows.py -o out") -> Result:
    lay_out(Path(), files)
    return CliRunner().invoke(cli, [*command.split(), *options])


def said(source: str, *options: str) -> list[str]:
    """The errors and warnings about one module."""
    result = flytec({"flows.py": source}, *options)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    rows = result.stderr.splitlines()
    return [row for row in rows if "error[" in row or "warning[" in row]


PASSES = {
    "passed around": "import lib\nheld = [lib.a, {'k': lib.b}]\ndef f(x=lib.c): return x\nf(f(lib))",
    "called": "from lib.part import make\nmade = make(1, two=[3])(4).five",
    "calculated with": "import lib\nx = -(2 * lib.RATE + lib.BASE ** 2) % 3 | lib.FLAG & lib.MASK\nx += 1",
    "indexed": "import lib\nx = lib.TABLE['a'][0:2]\nlib.TABLE['b'] = 3\ndel lib.TABLE['c']",
    "changed": "import lib\nlib.backends.fast = True\nlib.part.x = 1\ndel lib.part.x",
    "subclassed": (
        "import lib\nclass A(lib.Base[int], tag=1):\n    size = 3\n    def f(self): return super().f()\na = A(3).f()"
    ),
    "subclassed with a class of the user's": (
        "import abc\nimport lib\nclass Mine(abc.ABC):\n    pass\nclass A(Mine, lib.Base):\n    pass"
    ),
    "a decorator of a class": "import lib\n@lib.frozen(slots=True)\nclass A:\n    x: int = lib.field()",
    "a context manager": "import lib\nwith lib.opened('x') as f, lib.lock:\n    f.read()",
    "in annotations": (
        "from __future__ import annotations\nimport lib\nfrom typing import Optional\n"
        "def f(a: lib.A, *b: Optional[lib.B], **c: list[lib.C]) -> lib.D | None: ..."
    ),
    "in types": "import lib\nfrom typing import Dict, Optional, Union\nX = Dict[str, Optional[Union[lib.A, lib.B]]]",
    "in a dataclass": "import lib\nfrom dataclasses import dataclass\n@dataclass\nclass A:\n    x: lib.X = lib.DEFAULT",
    "caught": "try:\n    import lib\nexcept ImportError:\n    lib = None\nFOUND = lib is not None and bool(lib)",
    "looked for": "from importlib.util import find_spec\nFOUND = find_spec('lib') is not None",
    "copied": "import copy\nimport lib\nX = copy.deepcopy([lib.X])",
    "a key": "import lib\nNAMES = {lib.A: 'a', lib.B: 'b'}\nKINDS = {lib.A, lib.B}",
    "left to a function": "import lib\nfrom functools import partial\nf = partial(lib.f, 1)\nrows = [*map(lib.g, [1])]",
    "told apart": "import lib\nX = 3\nassert isinstance(X, int) and callable(len) and hasattr(X, 'real') and X in (3,)",
}


@pytest.mark.parametrize("source", PASSES.values(), ids=PASSES)
def test_what_placeholders_can_do(source: str) -> None:
    """The task is what it would be without the lines before it."""
    front, future, rest = source.rpartition("from __future__ import annotations\n")
    files = {"with/flows.py": f"{front}{future}{rest}\n{TASK}", "without/flows.py": f"{future}\n{TASK}"}
    messages = []
    for folder in ("with", "without"):
        result = flytec(files, command=f"compile {folder}/flows.py -o {folder}/out")
        assert result.exit_code == 0, result.stderr
        messages.append([path.read_bytes() for path in sorted(Path(folder, "out").iterdir())])
    assert messages[0] == messages[1]


TRUTH, COMPARED, TEXT = "taken for true or false", "compared", "taken for a text"
ASKED = "asked for what it is"
REFUSED = {
    "if lib.X: pass": ("lib.X", TRUTH),
    "x = not lib.f(1)": ("lib.f(...)", TRUTH),
    "x = lib.X or 3": ("lib.X", TRUTH),
    "assert lib.X": ("lib.X", TRUTH),
    "while lib.x[0]: pass": ("lib.x", TRUTH),
    "x = lib.X == 3": ("lib.X", COMPARED),
    "x = 3 != lib.X": ("lib.X", COMPARED),
    "x = lib.__version__ >= '2'": ("lib.__version__", COMPARED),
    "x = max(lib.X, 3)": ("lib.X", COMPARED),
    "x = sorted([lib.X, lib.Y])": ("lib.Y", COMPARED),
    "x = lib.X is None": ("lib.X", ASKED),
    "x = None is not lib.f()": ("lib.f(...)", ASKED),
    "match lib.X:\n    case None: pass": ("lib.X", ASKED),
    "match [lib.X]:\n    case [3]: pass": ("lib.X", COMPARED),
    "x = lib.X in (1, 2)": ("lib.X", ASKED),
    "x = 3 in [lib.X]": ("lib.X", COMPARED),
    "x = 3 in lib.X": ("lib.X", "searched"),
    "x = {}.get(lib.X)": ("lib.X", ASKED),
    "for _ in lib.rows: pass": ("lib.rows", "iterated over"),
    "a, b = lib.pair": ("lib.pair", "iterated over"),
    "x = [*lib.rows]": ("lib.rows", "iterated over"),
    "x = {**lib.rows}": ("lib.rows.keys(...)", "iterated over"),
    "x = len(lib.rows)": ("lib.rows", "iterated over"),
    "x = int(lib.X)": ("lib.X", "taken for a number"),
    "x = range(lib.X)": ("lib.X", "taken for a number"),
    "x = [1, 2][lib.X]": ("lib.X", "taken for a number"),
    "x = str(lib.X)": ("lib.X", TEXT),
    "x = f'{lib.X}'": ("lib.X", TEXT),
    "x = '%s' % lib.X": ("lib.X", TEXT),
    "x = 'a{}'.format(lib.X)": ("lib.X", TEXT),
    "print(lib.X)": ("lib.X", TEXT),
    "x = repr(lib.X)": ("lib.X", TEXT),
    "import os\nx = os.path.join('a', lib.X)": ("lib.X", TEXT),
    "x = type(lib.X)": ("lib.X", ASKED),
    "x = isinstance(lib.X, int)": ("lib.X", ASKED),
    "x = callable(lib.X)": ("lib.X", ASKED),
    "x = hasattr(lib.X, 'y')": ("lib.X", ASKED),
    "x = hasattr(lib, 'y')": ("lib", "asked for what it has"),
    "x = getattr(lib.X, 'y', 3)": ("lib.X", ASKED),
    "x = isinstance(3, lib.X)": ("lib.X", "taken for the class of a value"),
    "x = isinstance(3, (str, lib.X))": ("lib.X", "taken for the class of a value"),
    "x = issubclass(int, lib.X)": ("lib.X", "taken for the base of a class"),
    "x = lib.X.__name__": ("lib.X", "asked for __name__"),
    "x = dir(lib)": ("lib", "asked for what it has"),
    "x = lib.__doc__": ("lib", "asked for __doc__"),
    "from functools import wraps\n@wraps(lib.f)\ndef f(): pass": ("lib.f", "asked for __module__"),
    "class A(metaclass=lib.Meta): pass": ("lib.Meta", "asked for __prepare__"),
    "import pickle\nx = pickle.dumps(lib.X)": ("lib.X", "asked for __qualname__"),
    "import json\nx = json.dumps({'k': lib.X})": ("lib.X", "asked for __class__"),
    "try:\n    if lib.X: pass\nexcept Exception: pass": ("lib.X", TRUTH),
}


@pytest.mark.parametrize("line", REFUSED)
def test_what_hangs_on_a_placeholder(line: str) -> None:
    what, how = REFUSED[line]
    errors = said(f"import lib\n{line}\n{TASK}")
    assert any(f"{what} is {how}; that hangs on lib, for which a placeholder stands" in row for row in errors), errors
    assert not Path("out").exists()


IN_DECLARATIONS = {
    "@task(retries=lib.N)\ndef f(): pass": "lib.N is the retries of @task",
    "@task(cache=lib.F)\ndef f(): pass": "lib.F is the cache of @task",
    "@task(environment={'A': lib.V})\ndef f(): pass": "lib.V is part of flows.f, in its environment",
    "@task(container_image=lib.IMAGE)\ndef f(): pass": "lib.IMAGE is the container_image of @task",
    "@task(requests=Resources(cpu=lib.CPU))\ndef f(): pass": "cpu is lib.CPU, expected str or int or float",
    "@task(task_config=lib.Config(3))\ndef f(): pass": "lib.Config(...) is the task_config of @task",
    "@task(docs=lib.DOCS)\ndef f(): pass": "lib.DOCS is the docs of @task",
    "@task\n@lib.traced\ndef f(n: int): pass": "lib.traced(...) is the task_function of @task",
    "@lib.traced\n@task\ndef f(n: int): pass": "lib.traced is given something of flytekit's",
    "@lib.task\ndef f(n: int): pass\n@workflow\ndef w():\n    f(n=1)": "lib.task(...) is used in the body",
    "@workflow\ndef w():\n    lib.notify('x')": "lib.notify is used in the body of a workflow",
    "@workflow\ndef w() -> int:\n    return lib.N": "flows.py:10: error[FTC218 depends-on-missing]: lib.N is given to",
    "@workflow\ndef w() -> int:\n    return t(n=lib.N)": "flows.py:12: error[FTC218 depends-on-missing]: lib.N is",
    "@workflow\ndef w(n: int = lib.N) -> int:\n    return t(n=n)": "lib.N is part of flows.w, in its saved_inputs",
    "@workflow\ndef w() -> int:\n    return t().with_overrides(retries=lib.N)": "lib.N is the retries of",
    "@task\ndef f(n: lib.Frame): pass": "lib.Frame is of lib, which is not installed, expected a type",
    "@task\ndef f(n: lib.frame()): pass": "lib.frame(...) is of lib, which is not installed",
    "@task\ndef f(n: dict[lib.Key, int]): pass": "lib.Key is of lib, which is not installed, expected a type",
    "class A(lib.Base): pass\n@task\ndef f(n: list[A]): pass": "lib.Base is of lib, which is not installed",
    "@workflow\ndef w():\n    with lib.tracing:\n        t()": "lib.tracing is used in the body of a workflow",
    "@workflow\ndef w():\n    lib.before >> t()": "lib.before is used in the body of a workflow",
    "made = lib.wrapped(task, retries=3)": "lib.wrapped is given something of flytekit's",
    "made = lib.Query('q', limits=[Resources(cpu='1')])": "lib.Query is given something of flytekit's",
    "from flytekit.core.python_function_task import PythonInstanceTask\nclass A(lib.Base, PythonInstanceTask): pass": (
        "lib.Base is a base beside one of flytekit's"
    ),
    "from flytekit.extend import TypeEngine\nTypeEngine.register(lib.Transformer())": "lib.Transformer(...) is",
    (
        "from flytekit.extend import TypeEngine, TypeTransformer\nTypeEngine.register(TypeTransformer('x', lib.Frame))"
    ): "lib.Frame is",
    "from flytekit import Workflow\nWorkflow('x').add_workflow_input(lib.NAME, int)": (
        "flows.py:11: error[FTC218 depends-on-missing]: module flows fails (AttributeError: type object 'NAME' has no"
    ),
    "import enum\nclass E(enum.Enum):\n    A = lib.A\n@task\ndef f(e: E): pass": "lib.A",
    "from typing import Literal\n@task\ndef f(e: Literal[lib.A]): pass": "lib.A is of lib, which is not installed",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = lib.X\n@task\ndef f(a: list[A]): pass": (
        "lib.X is the default of a field"
    ),
    "from pydantic import BaseModel\nclass A(BaseModel):\n    x: int = lib.X\n@task\ndef f(a: A): pass": "lib.X is",
    "plan = LaunchPlan.create('p', lib.flow)": "lib.flow is the workflow of a launch plan",
    "plan = map_task(lib.f)": "lib.f is given to flytekit",
}


@pytest.mark.parametrize("declared", IN_DECLARATIONS)
def test_what_is_declared_with_a_placeholder(declared: str) -> None:
    header = "import lib\nfrom flytekit import LaunchPlan, Resources, map_task, task, workflow\n"
    errors = said(f"{header}{TASK}\n{declared}\n")
    assert any(IN_DECLARATIONS[declared] in row for row in errors), errors
    assert not Path("out").exists()


def test_a_call_may_leave_out_an_input_of_a_type_that_is_not_installed() -> None:
    source = """
import torch
from typing import Optional
from flytekit import task, workflow

@task
def after(err: Optional[torch.Tensor] = None, n: int = 1): ...

@task
def t(n: int = 1, x: Optional[torch.Tensor] = None, y: "torch.Tensor | None" = None) -> torch.Tensor | None: ...

@workflow(on_failure=after)
def w(n: int = 1) -> torch.Tensor | None:
    return t(n=n)
"""
    result = flytec({"flows.py": source})
    assert result.exit_code == 0, result.stderr


def test_a_refusal_names_the_line_the_module_and_the_remedy() -> None:
    result = flytec({"flows.py": f"import lib\n\nif lib.cuda.is_available():\n    pass\n{TASK}"})
    assert result.exit_code == 1
    assert result.stderr == (
        "note[FTC110 replaced-module]: placeholders stand for lib\n"
        "flows.py:3: error[FTC218 depends-on-missing]: lib.cuda.is_available(...) is taken for true or false; "
        "that hangs on lib, for which a placeholder stands\n"
        "  hint: do this in the body of the task that needs it, or install lib\n"
    )


def test_all_names_at_once_are_refused() -> None:
    (error,) = said(f"from lib.part import *\n{TASK}")
    assert (
        "flows.py:1: error[FTC218 depends-on-missing]: all names of lib.part are imported; that hangs on lib" in error
    )


def test_a_question_is_refused_though_its_answer_is_caught() -> None:
    (error,) = said(f"import lib\ntry:\n    x = ''.join([lib.X])\nexcept TypeError:\n    x = 'y'\n{TASK}")
    assert "flows.py:5: error[FTC218 depends-on-missing]: TypeError: sequence item 0: expected str instance" in error


def test_code_that_loaded_before_the_first_missing_module_is_asked_too() -> None:
    helper = "def pick(value):\n    return 1 if value is None else 2\n"
    files = {"first.py": helper, "flows.py": f"from first import pick\nimport lib\nx = pick(lib.X)\n{TASK}"}
    result = flytec(files, command="compile . -o out")
    assert result.exit_code == 1
    assert "first.py:2: error[FTC218 depends-on-missing]: lib.X is asked for what it is" in result.stderr


def test_functions_that_are_given_to_a_placeholder_are_warnings_wherever_they_stand() -> None:
    (warning,) = said(f"import lib\ndef f(n): pass\nlib.made('x', body=f)\nlib.sort(key=lambda n: n)\n{TASK}")
    assert "flows.py:3: warning[FTC219 decorated-by-missing]: f is given to lib.made, for which" in warning


def test_a_decorated_function_is_a_warning() -> None:
    (warning,) = said(f"import lib\n@lib.traced\ndef f(n): pass\n{TASK}")
    assert (
        "flows.py:2: warning[FTC219 decorated-by-missing]: f is given to lib.traced, for which a placeholder stands"
        in warning
    )


def test_versions_are_refused() -> None:
    """Whether the version is asked for before or behind the import."""
    asked = "from importlib.metadata import PackageNotFoundError, version\n{}\ntry:\n    V = version({!r})\n"
    asked += "except PackageNotFoundError:\n    V = None\n{}\n" + TASK
    for source in (asked.format("import lib", "lib", ""), asked.format("", "lib", "import lib")):
        assert any("the version of lib is asked for; that hangs on lib" in row for row in said(source))
    assert said(asked.format("", "of-somebody-else", "")) == []


def test_what_was_replaced_is_listed() -> None:
    source = f"import lib.part\ntry:\n    import other\nexcept ImportError:\n    other = None\n{TASK}"
    result = flytec({"flows.py": source}, command="-v compile flows.py -o out --format json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["replaced_modules"] == ["lib", "other"]
    assert json.loads(Path("out.manifest.json").read_text())["replaced_modules"] == ["lib", "other"]
    assert result.stderr == (
        "note[FTC110 replaced-module]: placeholders stand for lib, other\n"
        "  the way there, innermost last:\n    flows.py:1 imports lib\n    flows.py:3 imports other\n"
    )


def test_placeholders_can_be_turned_off() -> None:
    result = flytec({"flows.py": f"import lib.part\n{TASK}"}, "--missing-imports", "error")
    assert result.exit_code == 1
    assert result.stderr == (
        "flows.py:1: error[FTC101 module-failed]: module flows needs lib, which is not installed in this environment\n"
        "  hint: install lib here, or import it in the bodies of the tasks that use it\n"
    )


def test_a_module_of_the_users_own_tree_stays_an_error() -> None:
    result = flytec(
        {"acme/__init__.py": "", "acme/flows.py": f"import acme.halpers\n{TASK}"}, command="compile . -o out"
    )
    assert result.exit_code == 1
    assert "module acme.flows imports acme.halpers, and there is no such module below" in result.stderr


@pytest.fixture
def installing(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Mapping[str, str]], None]]:
    """Installs libraries beside the user's tree; their modules are gone afterwards."""
    folder = tmp_path_factory.mktemp("site-packages")
    monkeypatch.syspath_prepend(str(folder))
    before = {*sys.modules}
    yield lambda files: lay_out(folder, files)
    for name in {*sys.modules} - before:
        del sys.modules[name]


@pytest.fixture
def installed(installing: Callable[[Mapping[str, str]], None]) -> None:
    """A library of which one part fails."""
    broken = "raise OSError('libfoo.so.1 is missing')"
    installing({"lib/__init__.py": "", "lib/part.py": broken, "lib/whole.py": "X = 3"})


@pytest.mark.usefixtures("installed")
def test_an_installed_module_that_fails_is_reported_with_its_cause() -> None:
    result = flytec({"flows.py": f"import lib.part\n{TASK}"})
    assert result.exit_code == 1
    assert (
        "flows.py:1: error[FTC101 module-failed]: module flows raises OSError: libfoo.so.1 is missing" in result.stderr
    )


@pytest.mark.usefixtures("installed")
def test_a_part_that_an_installed_library_lacks_is_reported() -> None:
    (error,) = said(f"import lib.other\n{TASK}")
    assert "module flows needs lib.other, which the installed lib does not have" in error


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["lib", "lib.part"])
def test_an_installed_module_is_replaced_by_name(name: str) -> None:
    result = flytec({"flows.py": f"import lib.part\nX = lib.part.f()\n{TASK}"}, "--placeholder", name)
    assert result.exit_code == 0, result.stderr
    assert json.loads(Path("out.manifest.json").read_text())["replaced_modules"] == [name]


@pytest.mark.usefixtures("installed")
def test_only_what_is_named_is_replaced() -> None:
    source = f"import lib.part, lib.whole\nif lib.whole.X != 3: raise ValueError\n{TASK}"
    assert flytec({"flows.py": source}, "--placeholder", "lib.part", "--missing-imports", "error").exit_code == 0


def test_what_a_library_imports_for_itself_is_left_to_fail(installing: Callable[[Mapping[str, str]], None]) -> None:
    installing({"plain.py": "try:\n    import fast_one\nexcept ImportError:\n    fast_one = None\n"})
    result = flytec({"flows.py": f"import plain\nif plain.fast_one is not None: raise ValueError\n{TASK}"})
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_module_of_a_shared_namespace_is_replaced(installing: Callable[[Mapping[str, str]], None]) -> None:
    installing({"shared/there.py": "X = 3"})
    result = flytec({"flows.py": f"import shared.there\nfrom shared.cloud.storage import Client\nC = Client()\n{TASK}"})
    assert result.exit_code == 0, result.stderr
    assert json.loads(Path("out.manifest.json").read_text())["replaced_modules"] == ["shared.cloud"]


@pytest.mark.parametrize("use", ["import lib\nlib.init()", "from lib import init"])
def test_a_folder_of_the_users_stands_before_a_missing_module(use: str) -> None:
    """As `wandb` leaves one behind; with the library, Python would take that."""
    files = {"flows.py": f"{use}\n{TASK}", "lib/run-1/log.txt": ""}
    result = flytec(files)
    assert result.exit_code == 1
    assert "FTC101 module-failed" in result.stderr
    hint = f"  hint: install lib, or replace it with --placeholder lib: {Path('lib').resolve()} is taken for it"
    assert hint in result.stderr
    assert flytec(files, "--placeholder", "lib").exit_code == 0


def test_a_base_class_beside_one_with_a_metaclass_is_explained() -> None:
    result = flytec({"flows.py": f"import enum\nimport lib\nclass A(lib.Base, enum.Enum): pass\n{TASK}"})
    assert result.exit_code == 1
    assert "flows.py:3: error[FTC101 module-failed]: module flows raises TypeError: metaclass conflict" in result.stderr
    assert "  hint: install the library of each base class: one that is not installed has a metaclass" in result.stderr


def test_types_that_the_settings_tell_of_compile_without_their_module() -> None:
    settings = '[tool.flytec.types]\n"lib.Frame" = "structured-dataset"\n'
    source = "import lib\nfrom flytekit import task\n@task\ndef t(a: lib.Frame) -> list[lib.Frame]: return [a]\n"
    result = flytec({"flows.py": source, "pyproject.toml": settings})
    assert result.exit_code == 0, result.stderr


def test_a_name_like_one_of_the_sources_is_pointed_out() -> None:
    result = flytec({"flows.py": f"import helpres, lib\n{TASK}", "helpers.py": ""})
    assert result.exit_code == 0
    assert result.stderr == (
        "note[FTC110 replaced-module]: placeholders stand for helpres, lib\n"
        "  note: did you mean helpers, which is among the sources, by helpres?\n"
    )
