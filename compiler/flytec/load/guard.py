"""Puts in front of questions that no object hears of, whether they are about a placeholder.

`x is None`, `type(x)`, `callable(x)`, `hasattr(x, "y")`, a look-up in a dict: Python answers these by itself, and the
answer would be that for a class. So the code of user modules passes what they ask about through a `Guard`, which lets
everything through but placeholders. The lines of the code stay what they are. An exception that Python's own code
raises over a placeholder, and that the user catches, is a question too.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Mapping
from types import CodeType, ModuleType
from typing import Any, Final, TypeVar

from flytec.authoring.placeholders import Placeholder, refuse_if_missing, refuse_if_module
from flytec.authoring.replaced import Replaced

T = TypeVar("T")

_NAME: Final = "__flytec_guard__"

# Built-in functions that tell something of their first argument, with the number of arguments with which they do.
_TELLING: Final[Mapping[str, frozenset[int]]] = {
    **dict.fromkeys(("callable", "dir", "id", "type", "vars"), frozenset({1})),
    **dict.fromkeys(("hasattr", "isinstance", "issubclass"), frozenset({2})),
    "getattr": frozenset({3}),
}
_LOOK_UPS: Final = frozenset({"count", "get", "index", "pop", "remove", "setdefault"})


class Guard:
    """What guarded code calls."""

    def __init__(self, replaced: Replaced) -> None:
        self._replaced = replaced

    def enter(self, module: ModuleType) -> None:
        """Makes itself known to the module whose code is about to run."""
        module.__dict__[_NAME] = self

    def asked(self, value: T) -> T:
        """`value`, about which something is asked: no placeholder."""
        refuse_if_missing(value, "asked for what it is")
        return value

    def told(self, value: T) -> T:
        """`value`, about which a function is to tell: no placeholder, and no module that is not installed."""
        refuse_if_module(value, "asked for what it has")
        return self.asked(value)

    def searched(self, container: T) -> T:
        """A container in which something is looked for: it has no placeholder."""
        for each in container if isinstance(container, (list, tuple, set, frozenset, dict)) else ():
            refuse_if_missing(each, "compared")
        return container

    def caught(self) -> None:
        """Refuses where the exception that is being handled arose from a placeholder that no one looked at."""
        error = sys.exc_info()[1]
        if isinstance(error, TypeError) and Placeholder.__name__ in str(error):
            raise self._replaced.refusal("a missing module", f"{type(error).__name__}: {error} is caught")


def guarded_code(source: bytes | str, path: str) -> CodeType:
    """The code of a user's module, which asks the guard that has entered the module.

    Raises: SyntaxError as `compile` does.
    """
    tree = _Guarding().visit(ast.parse(source, path))
    code: CodeType = compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)
    return code


class _Guarding(ast.NodeTransformer):
    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        operands = [node.left, *node.comparators]
        for index, operator in enumerate(node.ops):
            if isinstance(operator, (ast.Is, ast.IsNot)):
                operands[index] = _through("asked", operands[index])
                operands[index + 1] = _through("asked", operands[index + 1])
            if isinstance(operator, (ast.In, ast.NotIn)):
                operands[index] = _through("asked", operands[index])
                operands[index + 1] = _through("searched", operands[index + 1])
        node.left, *node.comparators = operands
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if not node.args or isinstance(node.args[0], ast.Starred):
            return node
        match node.func:
            case ast.Name(name) if len(node.args) in _TELLING.get(name, ()):
                node.args[0] = _through("told", node.args[0])
            case ast.Attribute(attr=name) if name in _LOOK_UPS:
                node.args[0] = _through("asked", node.args[0])
        return node

    def visit_Match(self, node: ast.Match) -> ast.AST:
        self.generic_visit(node)
        node.subject = _through("asked", node.subject)
        return node

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, ast.copy_location(ast.Expr(_call("caught")), node.body[0]))
        return node


def _through(method: str, operand: ast.expr) -> ast.expr:
    """The operand by way of a method of the guard; what surely is no placeholder stays as it is."""
    return operand if isinstance(operand, ast.Constant) else ast.copy_location(_call(method, operand), operand)


def _call(method: str, *arguments: ast.expr) -> ast.Call:
    guard: Any = ast.Name(_NAME, ast.Load())
    return ast.Call(ast.Attribute(guard, method, ast.Load()), list(arguments), [])
