"""The product's modules as syntax trees, for the rules beside this file."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE_ROOT = REPOSITORY / "compiler"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name; `lazy` says that it is imported inside a function, or for the type checker only."""

    target: str
    line: int
    lazy: bool


@dataclass(frozen=True)
class Module:
    """One file of the product."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def component(self) -> str:
        """The part of the product that it belongs to: `ir` for `flytec.ir.codec`, empty for `flytec` itself."""
        return [*self.name.split("."), ""][1]

    def where(self, node: ast.AST) -> str:
        """`file:line`, for messages."""
        return f"{self.path.relative_to(REPOSITORY)}:{getattr(node, 'lineno', 1)}"


@cache
def modules() -> tuple[Module, ...]:
    """Every module of flytec, in order of its name."""
    paths = sorted((SOURCE_ROOT / "flytec").rglob("*.py"))
    return tuple(Module(_name(path), path, ast.parse(path.read_text(), str(path))) for path in paths)


@cache
def names() -> frozenset[str]:
    """The dotted names of all modules."""
    return frozenset(module.name for module in modules())


def imports(module: Module) -> Iterator[Import]:
    """Everything that a module imports, wherever in it, and every module of flytec that it names in a string."""
    yield from _imports(module, module.tree, lazy=False)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            target = node.value.split(":")[0]
            if target.startswith("flytec.") and target in names():
                yield Import(target, node.lineno, lazy=True)


def functions(module: Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of a module under its qualified name."""
    yield from _functions(module.tree, "")


def dotted(node: ast.AST) -> str:
    """`a.b.c` for an attribute chain or a name, empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            base = dotted(value)
            return f"{base}.{attr}" if base else ""
        case _:
            return ""


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE_ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(module: Module, node: ast.AST, *, lazy: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=aliases):
                for alias in aliases:
                    yield Import(alias.name, child.lineno, lazy)
            case ast.ImportFrom(names=aliases):
                origin = _origin(module, child)
                for alias in aliases:
                    deeper = f"{origin}.{alias.name}"
                    yield Import(deeper if deeper in names() else origin, child.lineno, lazy)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from _imports(module, child, lazy=True)
            case ast.If(test=test) if dotted(test).endswith("TYPE_CHECKING"):
                yield from _imports(module, child, lazy=True)
            case _:
                yield from _imports(module, child, lazy=lazy)


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    package = parts if module.path.name == "__init__.py" else parts[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield f"{prefix}{name}", child
                yield from _functions(child, f"{prefix}{name}.")
            case ast.ClassDef(name=name):
                yield from _functions(child, f"{prefix}{name}.")
            case _:
                yield from _functions(child, prefix)
