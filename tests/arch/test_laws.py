"""What no module may do: hold state, read its surroundings, write to streams, depend on chance."""

import ast
from collections.abc import Iterator, Mapping

import pytest

from arch.source import Module, dotted, functions, imports, modules

# (module, what it names) -> why it may. A row that nothing needs fails.
PUT_BACK = "user modules may print and change what the process has: it is led aside and put back"
FLYTEKITS_SIGNATURE = "a seed's signature has no way in for it"
SURROUNDINGS_ALLOWED: Mapping[tuple[str, str], str] = {
    ("flytec.artifact.place", "Path.cwd"): "the working folder must not be replaced under the shell that stands in it",
    ("flytec.app.fast_package", "os.environ"): FLYTEKITS_SIGNATURE,
    ("flytec.app.serialize", "Path.cwd"): FLYTEKITS_SIGNATURE,
    ("flytec.load.process", "os.environ"): PUT_BACK,
    ("flytec.load.process", "os.getcwd"): PUT_BACK,
    ("flytec.load.watch", "os.environ"): "what user modules read of it is noted",
    ("flytec.load.process", "os.getpid"): "a module may fork, and one process compiles",
    ("flytec.settings.config_file", "os.environ"): FLYTEKITS_SIGNATURE,
    ("flytec.settings.config_file", "Path.cwd"): FLYTEKITS_SIGNATURE,
    ("flytec.settings.config_file", "Path.home"): FLYTEKITS_SIGNATURE,
    ("flytec.settings.images", "os.environ"): FLYTEKITS_SIGNATURE,
}
STREAMS_ALLOWED: Mapping[tuple[str, str], str] = {
    ("flytec.artifact.staging", "os.write"): "writes files",
    ("flytec.authoring.logs", "logging"): "user modules log through flytekit's loggers while they load",
    ("flytec.load.process", "sys.stdout"): "a child that a module forked ends with what it printed",
    ("flytec.load.process", "sys.stderr"): "a child that a module forked ends with what it printed",
    ("flytec.load.streams", "sys.stdout"): PUT_BACK,
    ("flytec.load.streams", "sys.stderr"): PUT_BACK,
    ("flytec.load.streams", "sys.__stdout__"): PUT_BACK,
}

SURROUNDINGS = (
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getcwd",
    "os.getpid",
    "os.getlogin",
    "os.urandom",
    "Path.cwd",
    "Path.home",
    "pathlib.Path.cwd",
    "pathlib.Path.home",
    "os.path.expanduser",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "date.today",
    "datetime.date.today",
    "socket.gethostname",
    "platform.node",
)
CHANCE = ("uuid", "random", "secrets", "time")
CHANCE_ALLOWED: Mapping[tuple[str, str], str] = {
    ("flytec.checks.probes", "uuid"): "knows the type of what modules draw",
    ("flytec.cli.outcome", "time"): "progress is shown when a run takes over a second",
    ("flytec.cli.registries", "time"): "there is a wait between two tries to reach a registry",
    ("flytec.load.watch", "time"): "a value is the clock's if it lies between two moments; no output depends on it",
}
STREAMS = ("sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__", "os.write", "print", "click.echo", "logging")
MUTABLE_CALLS = ("dict", "list", "set", "bytearray", "defaultdict", "OrderedDict", "Counter", "deque", "ChainMap")
MUTATORS = frozenset(
    (
        "append",
        "add",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    )
)
FORBIDDEN_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"})


def mentioned(module: Module, wanted: tuple[str, ...]) -> Iterator[tuple[str, ast.AST]]:
    """Every place where a module names one of the dotted names, called or not."""
    for node in ast.walk(module.tree):
        name = dotted(node)
        if name in wanted:
            yield name, node


def module_level(tree: ast.Module) -> Iterator[tuple[str, ast.expr, str]]:
    """Name, value and annotation of every assignment outside functions and classes."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=targets, value=value):
                yield from ((dotted(target), value, "") for target in targets)
            case ast.AnnAssign(target=target, value=ast.expr() as value, annotation=annotation):
                yield dotted(target), value, ast.unparse(annotation)


def is_mutable(value: ast.expr) -> bool:
    match value:
        case ast.List() | ast.Dict() | ast.Set() | ast.ListComp() | ast.DictComp() | ast.SetComp():
            return True
        case ast.Call(func=function):
            return dotted(function).split(".")[-1] in MUTABLE_CALLS
        case _:
            return False


def mutations(tree: ast.Module, name: str) -> Iterator[ast.AST]:
    """Every place in a module that changes the object of a module-level name."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr)) if (
                owner == name and attr in MUTATORS
            ):
                yield node
            case ast.Subscript(value=ast.Name(id=owner), ctx=ast.Store() | ast.Del()) if owner == name:
                yield node
            case ast.AugAssign(target=ast.Name(id=owner)) if owner == name:
                yield node


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_no_module_holds_state(module: Module) -> None:
    wrong = []
    for name, value, annotation in module_level(module.tree):
        if not is_mutable(value):
            continue
        if not (name.strip("_").isupper() or name == "__all__" or annotation.startswith(("Final", "Mapping"))):
            wrong.append(f"{module.where(value)}: {name} is a mutable object of the module")
        wrong += [f"{module.where(node)}: {name} is changed" for node in mutations(module.tree, name)]
    wrong += [f"{module.where(node)}: global" for node in ast.walk(module.tree) if isinstance(node, ast.Global)]
    assert wrong == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_nothing_runs_at_import(module: Module) -> None:
    """A call as a statement of its own registers or prints something."""
    wrong = [
        module.where(node)
        for node in module.tree.body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]
    assert wrong == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_nothing_depends_on_chance(module: Module) -> None:
    found_in = ((found, found.target.split(".")[0]) for found in imports(module))
    wrong = [
        f"line {found.line}: {found.target}"
        for found, top in found_in
        if top in CHANCE and (module.name, top) not in CHANCE_ALLOWED
    ]
    # Strings hash differently in every run: only a class that defines its hash may ask for another's.
    for name, function in functions(module):
        if not name.endswith("__hash__"):
            calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
            wrong += [module.where(call) for call in calls if dotted(call.func) == "hash"]
    assert wrong == []


def test_only_the_command_line_reads_its_surroundings() -> None:
    found = {
        (module.name, name): module.where(node)
        for module in modules()
        if module.component != "cli"
        for name, node in mentioned(module, SURROUNDINGS)
    }
    assert {place for key, place in found.items() if key not in SURROUNDINGS_ALLOWED} == set()
    assert SURROUNDINGS_ALLOWED.keys() - found.keys() == set(), "stale rows"


def test_only_rendering_writes_to_streams() -> None:
    found = {
        (module.name, name): module.where(node)
        for module in modules()
        if module.component not in ("render", "cli")
        for name, node in mentioned(module, STREAMS)
    }
    assert {place for key, place in found.items() if key not in STREAMS_ALLOWED} == set()
    assert STREAMS_ALLOWED.keys() - found.keys() == set(), "stale rows"


def test_no_module_is_a_drawer_of_odds_and_ends() -> None:
    assert [module.name for module in modules() if module.name.split(".")[-1] in FORBIDDEN_NAMES] == []
