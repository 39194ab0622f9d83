"""What a function's signature says: parameters, defaults, annotations, and whether the function returns anything.

Plain functions are read off their code object. `inspect.signature` and `typing.get_type_hints` give the same in a
tenth of the speed, and answer for everything else.
"""

from __future__ import annotations

import inspect
import linecache
import opcode
import sys
import types
import typing
from collections.abc import Callable
from typing import Any

from flytec.authoring.placeholders import Placeholder, union_members

# Before 3.11, get_type_hints makes a parameter that defaults to None optional.
_IMPLICIT_OPTIONAL = sys.version_info < (3, 11)
_STARRED = inspect.CO_VARARGS | inspect.CO_VARKEYWORDS
_LOAD_CONST = opcode.opmap["LOAD_CONST"]
_RETURN_VALUE = opcode.opmap["RETURN_VALUE"]
_RETURN_CONST = opcode.opmap.get("RETURN_CONST")


def parameters_of(function: Callable[..., Any]) -> dict[str, Any]:
    """Defaults of the parameters by name, in order; `None` for those that have none."""
    code: Any = getattr(function, "__code__", None)
    if type(function) is not types.FunctionType or code.co_flags & _STARRED or function.__dict__:
        rows = inspect.signature(function).parameters.items()
        return {name: None if row.default is row.empty else row.default for name, row in rows}
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    parameters: dict[str, Any] = dict.fromkeys(names)
    if function.__defaults__:
        first = code.co_argcount - len(function.__defaults__)
        parameters.update(zip(names[first:], function.__defaults__, strict=False))
    parameters.update(function.__kwdefaults__ or {})
    return parameters


def hints_of(function: Callable[..., Any]) -> dict[str, Any]:
    """Annotations by name, `return` among them; raises what evaluating them raises."""
    annotations = getattr(function, "__annotations__", None)
    if (
        type(function) is types.FunctionType
        and annotations is not None
        and not function.__dict__
        and not (_IMPLICIT_OPTIONAL and (function.__defaults__ or function.__kwdefaults__))
        and all(map(_is_evaluated, annotations.values()))
    ):
        return {name: type(None) if hint is None else hint for name, hint in annotations.items()}
    hints = typing.get_type_hints(function, include_extras=True)
    return {name: with_unions(hint) for name, hint in hints.items()}


def with_unions(annotation: Any) -> Any:
    """The annotation with `Union[X, Y]` for `X | Y` of types that are not installed, and in lists and the like."""
    if type(annotation) is Placeholder:
        members = union_members(annotation)
        return typing.Union[tuple(map(with_unions, members))] if members else annotation  # noqa: UP007
    arguments = typing.get_args(annotation)
    changed = tuple(map(with_unions, arguments))
    if all(new is old for new, old in zip(changed, arguments, strict=True)):
        return annotation
    if isinstance(annotation, types.GenericAlias):
        return types.GenericAlias(typing.cast(type, annotation.__origin__), changed)
    return annotation.copy_with(changed)


def returns_something(function: Callable[..., Any]) -> bool:
    """Whether the function has a `return` or `yield`; without source it is taken to have one.

    flytekit looks for the words in the source, decorators and comments included. So do we, where the code object
    does not settle it.
    """
    original = inspect.unwrap(function) if hasattr(function, "__wrapped__") else function
    code = getattr(original, "__code__", None)
    if code is None or code.co_flags & (inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR) or _returns_value(code):
        return True
    last = max((line for _, _, line in code.co_lines() if line), default=code.co_firstlineno)
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 : last]
    if not lines or _has_return(lines):
        return True
    try:
        return _has_return(inspect.getsourcelines(original)[0])
    except (OSError, TypeError):
        return True


def _is_evaluated(annotation: Any) -> bool:
    """Whether an annotation is None, a class, or a generic of classes: nothing in it is left to be evaluated."""
    if type(annotation) is type or annotation is None:
        return True
    if isinstance(annotation, types.GenericAlias):
        return all(map(_is_evaluated, annotation.__args__))
    return isinstance(annotation, type) and type(annotation) is not Placeholder


def _returns_value(code: types.CodeType) -> bool:
    """Whether some return instruction returns anything but the constant None."""
    instructions, constants = code.co_code, code.co_consts
    # From the end: that is where most functions return.
    for position in range(len(instructions) - 2, -1, -2):
        operation = instructions[position]
        if operation == _RETURN_CONST:
            if constants[instructions[position + 1]] is not None:
                return True
        elif operation == _RETURN_VALUE:
            before = instructions[position - 2], instructions[position - 1]
            if position == 0 or before[0] != _LOAD_CONST or constants[before[1]] is not None:
                return True
    return False


def _has_return(lines: list[str]) -> bool:
    return any("return" in line or "yield" in line for line in lines)
