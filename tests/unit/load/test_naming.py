"""Names of entities against flytekit's tracker, over layouts that a project may have."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flytec.authoring.naming import EntityName, ModuleNames
from flytec.diagnostics import UserError
from layouts import lay_out

DECLARES = """
    import functools
    def plain(): ...
    class Thing:
        def method(self): ...
    def decorated_by(function):
        @functools.wraps(function)
        def wrapper(): ...
        return wrapper
    @decorated_by
    def decorated(): ...
    def unwrapped(function):
        def wrapper(): ...
        return wrapper
    bare = unwrapped(plain)
    def outer():
        @decorated_by
        def inner(): ...
        return inner
    nested = outer()
    square = lambda: None
    renamed = plain
    def odd(): ...
    odd.__name__ = "a.dotted.name"
    borrowed = decorated_by(functools.lru_cache(plain))
"""
FUNCTIONS = ("plain", "Thing", "decorated", "bare", "nested", "square", "renamed", "odd", "borrowed")
FILES = {
    "flat.py": DECLARES,
    "pack/__init__.py": DECLARES,
    "pack/flow.py": DECLARES,
    "pack/deep/__init__.py": "",
    "pack/deep/test_flow.py": DECLARES,
    "pack/deep/reexports.py": "from pack.flow import plain, decorated as Thing",
    "pack/loose/flow.py": DECLARES,
    "space/flow.py": DECLARES,
    "space/pack2/__init__.py": "",
    "space/pack2/flow_test.py": DECLARES,
    "src/inner/__init__.py": "",
    "src/inner/flow.py": DECLARES,
    "dotted.folder/__init__.py": "",
    "dotted.folder/flow5.py": DECLARES,
    "my-pack/__init__.py": "",
    "my-pack/my-flow.py": DECLARES,
}
# The folder that is put on sys.path, and the name that is imported from there.
IMPORTS = (
    (".", "flat"),
    (".", "pack"),
    (".", "pack.flow"),
    (".", "pack.deep.test_flow"),
    (".", "pack.deep.reexports"),
    (".", "pack.loose.flow"),
    (".", "space.flow"),
    (".", "space.pack2.flow_test"),
    (".", "src.inner.flow"),
    (".", "my-pack.my-flow"),
    ("src", "inner.flow"),
    ("pack", "flow"),
    ("pack", "deep.test_flow"),
    ("pack/deep", "test_flow"),
    ("dotted.folder", "flow5"),
    ("pack/deep/..", "flow"),
)
PACKAGE_ROOTS = ("auto", ".", "{}/pack", "{}/", "{}/space")
RUN = """
import importlib, json, os, sys
def names_of(root, folder, module, functions):
    sys.path.insert(0, os.path.join(root, folder))
    before = set(sys.modules)
    loaded = importlib.import_module(module)
    found = {}
    for name in functions:
        function = getattr(loaded, name, None)
        if function is not None:
            found[name] = describe(function)
    del sys.path[0]
    for name in set(sys.modules) - before:
        del sys.modules[name]
    return found
"""
FLYTEKIT = (
    RUN
    + """
from flytekit.configuration.feature_flags import FeatureFlags
from flytekit.core import tracker
def describe(function):
    flags = [tracker.isnested(function), tracker.is_functools_wrapped_module_level(function)]
    return [*tracker.extract_task_module(function)[1:3], *flags, tracker.istestfunction(function)]
root, package_roots, imports, functions = json.loads(sys.argv[1])
answers = []
for package_root in package_roots:
    FeatureFlags.FLYTE_PYTHON_PACKAGE_ROOT = package_root
    tracker._mod_sanitizer._module_cache.clear()
    answers.append([names_of(root, folder, module, functions) for folder, module in imports])
print(json.dumps(answers))
"""
)
FLYTEC = (
    RUN
    + """
from flytec.authoring import naming
root, package_roots, imports, functions = json.loads(sys.argv[1])
def describe(function):
    flags = [naming.is_nested(function), naming.is_wrapped_at_module_level(function)]
    return [*names.of_callable(function), *flags, naming.is_in_test_module(function)]
answers = []
for package_root in package_roots:
    names = naming.ModuleNames(package_root)
    answers.append([names_of(root, folder, module, functions) for folder, module in imports])
print(json.dumps(answers))
"""
)


def answers(code: str, root: Path) -> list[list[dict[str, list[object]]]]:
    package_roots = [each.format(root) for each in PACKAGE_ROOTS]
    argument = json.dumps([str(root), package_roots, IMPORTS, FUNCTIONS])
    ended = subprocess.run(
        [sys.executable, "-c", code, argument], cwd=root, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    loaded: list[list[dict[str, list[object]]]] = json.loads(ended.stdout)
    return loaded


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("layouts"), FILES)


def test_names_are_flytekits(root: Path) -> None:
    flytekit, ours = answers(FLYTEKIT, root), answers(FLYTEC, root)
    named = {
        (package_root, place): (theirs, own)
        for package_root, all_theirs, all_own in zip(PACKAGE_ROOTS, flytekit, ours, strict=True)
        for place, theirs, own in zip(IMPORTS, all_theirs, all_own, strict=True)
    }
    assert {key: own for key, (_, own) in named.items()} == {key: theirs for key, (theirs, _) in named.items()}
    assert named["auto", (".", "pack")][1]["plain"][:2] == ["pack.__init__", "plain"]


def test_a_module_that_is_not_loaded_has_no_names() -> None:
    def task() -> None: ...

    task.__module__ = "gone"
    with pytest.raises(UserError) as caught:
        ModuleNames().of_callable(task)
    (row,) = caught.value.findings
    assert (row.code.id, row.message) == ("FTC105", "the module of `task` is 'gone', which is not a loaded module")
    assert row.location is not None
    assert row.location.path == __file__


def test_a_callable_without_a_name_is_refused() -> None:
    with pytest.raises(UserError, match=r"^`.+` has no `__name__`; a function with a name was expected$"):
        ModuleNames().of_callable(CALLABLE)


class Callable:
    def __call__(self) -> None: ...


CALLABLE = Callable()
zulu = alpha = Callable()


def test_an_instance_is_named_by_the_first_variable_that_holds_it() -> None:
    name = ModuleNames(".").of_instance(zulu, __name__)
    assert name == EntityName(__name__, "alpha")
    assert name.full == f"{__name__}.alpha"


def test_an_instance_that_no_variable_holds_is_refused() -> None:
    names = ModuleNames(".")
    loose = Callable()
    with pytest.raises(UserError, match=r"no variable of module `.+` holds the instance of `Callable` made there"):
        names.of_instance(loose, __name__)
    globals()["late"] = loose
    try:
        assert names.of_instance(loose, __name__).variable == "late"
    finally:
        del globals()["late"]
