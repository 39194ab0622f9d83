"""Programs in which a part of one module comes from a library: with it, and without.

    planted = plant(source, number, form)
    planted.module       the source, with `library_of_the_container.value` in place of some expression
    planted.library      a module that gives what the expression gave

An expression is taken that needs nothing but built-in names and what the module imports from the standard library: a
constant, a type, a default, an argument. What is neither, such as a task or a promise, no library could give.
"""

import ast
import builtins
import sys
from collections.abc import Iterator
from dataclasses import dataclass

LIBRARY = "library_of_the_container"
FORMS = (
    f"{LIBRARY}.value",
    f"{LIBRARY}.part.value",
    f"{LIBRARY}.call()",
    f"{LIBRARY}.items['value'][0]",
    f"(lambda: {LIBRARY}.value)()",
)
_LIBRARY_END = """
from types import SimpleNamespace

part = SimpleNamespace(value=value)
items = {"value": [value]}

def call():
    return value
"""


@dataclass(frozen=True, slots=True)
class Planted:
    """A module that imports a library, and that library."""

    module: str
    library: str


def places(source: str) -> int:
    """How many expressions of a module could come from a library."""
    return len(_candidates(ast.parse(source)))


def plant(source: str, number: int, form: str) -> Planted:
    """The module with one of its expressions in the library."""
    tree = ast.parse(source)
    parent, field, index = _candidates(tree)[number]
    holder = getattr(parent, field)
    expression = holder if index is None else holder[index]
    new = ast.parse(form, mode="eval").body
    if index is None:
        setattr(parent, field, new)
    else:
        holder[index] = new
    imports = [row for row in tree.body if isinstance(row, (ast.Import, ast.ImportFrom)) and _is_standard(row)]
    library = "\n".join([*map(ast.unparse, imports), f"value = {ast.unparse(expression)}", _LIBRARY_END])
    start = next((at for at, row in enumerate(tree.body) if not _stands_first(row)), len(tree.body))
    tree.body.insert(start, ast.Import([ast.alias(LIBRARY)]))
    return Planted(ast.unparse(ast.fix_missing_locations(tree)), library)


def _candidates(tree: ast.Module) -> list[tuple[ast.AST, str, int | None]]:
    known = _known_names(tree)
    return [(parent, field, index) for parent, field, index, node in _places(tree) if _is_free(node, known)]


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.expr]]:
    """Every expression below a node, with the place that holds it."""
    for field, value in ast.iter_fields(node):
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.expr) and not isinstance(node, (ast.JoinedStr, ast.Expr)):
                yield node, field, index, child
            if isinstance(child, ast.AST) and not isinstance(child, (ast.pattern, ast.JoinedStr)):
                yield from _places(child)


def _is_free(node: ast.expr, known: frozenset[str]) -> bool:
    if isinstance(node, (ast.Starred, ast.Slice)) or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return False
    inner = list(ast.walk(node))
    if any(isinstance(each, (ast.Lambda, ast.comprehension, ast.Await, ast.NamedExpr)) for each in inner):
        return False
    return all(each.id in known for each in inner if isinstance(each, ast.Name))


def _known_names(tree: ast.Module) -> frozenset[str]:
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for row in tree.body
        if isinstance(row, (ast.Import, ast.ImportFrom)) and _is_standard(row)
        for alias in row.names
    }
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return frozenset({*dir(builtins), *imported} - bound)


def _is_standard(row: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(row, ast.ImportFrom):
        return row.level == 0 and (row.module or "").partition(".")[0] in sys.stdlib_module_names - {"__future__"}
    return all(alias.name.partition(".")[0] in sys.stdlib_module_names for alias in row.names)


def _stands_first(row: ast.stmt) -> bool:
    is_text = isinstance(row, ast.Expr) and isinstance(row.value, ast.Constant)
    return is_text or (isinstance(row, ast.ImportFrom) and row.module == "__future__")
