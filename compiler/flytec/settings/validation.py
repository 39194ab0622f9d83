"""Pydantic's findings in our words: which setting, what it is, and what was expected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import wraps
from typing import Any, TypeVar, cast

from pydantic import ConfigDict, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails

from flytec.codes import INVALID_SETTING, Code
from flytec.diagnostics import CannotRunError, Diagnostic
from flytec.settings.wording import shown, unknown_name

C = TypeVar("C", bound=type)

# A constructor takes exact types only. Reading the wire form is lax (see `wire.decode`): numbers pass for text there.
FROZEN_CONFIG = ConfigDict(strict=True, coerce_numbers_to_str=True)
# Not for frozen classes: with this, pydantic 2.7 lets assignments to them through.
MUTABLE_CONFIG = ConfigDict(**FROZEN_CONFIG, validate_assignment=True)

_EXPECTED = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "dataclass_exact_type": "an instance of {class_name}",
    "dataclass_type": "a mapping",
    "dict_type": "a mapping",
    "dotted_name": "a dotted name such as acme.frames.Frame",
    "incomplete_table": "{expected}",
    "is_instance_of": "an instance of {class}",
    "list_type": "a list",
    "mapping_type": "a mapping",
    "literal_error": "{expected}",
    "string_sub_type": "a string",
    "string_type": "a string",
    "string_unicode": "Unicode text",
    "string_pattern_mismatch": "a version such as 1.16.31",
    "module_name": "the dotted name of a module, such as acme.core",
    "string_too_short": "text",
    "greater_than_equal": "a whole number from 0",
    "int_type": "a whole number",
    "model_type": "a table",
    "quantity": "a quantity such as 2, 500m or 4Mi",
    "unknown_code": "the number or name of a code, such as FTC304, mismatching-types or FTC3*",
    "tuple_type": "a list",
    "value_error": "{error}",
}
_UNKNOWN_NAME = ("extra_forbidden", "no_such_attribute", "unexpected_keyword_argument")


def dotted(path: Sequence[int | str]) -> str:
    """A path of keys and positions as `images[1].name`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def expectation(error: ErrorDetails) -> str:
    """What pydantic wanted, after the word "expected"."""
    template = _EXPECTED.get(error["type"])
    return template.format(**error.get("ctx", {})) if template else f"another value ({error['msg']})"


def missing(owner: str, name: str, code: Code = INVALID_SETTING) -> Diagnostic:
    """The finding for a required setting that was not given."""
    return Diagnostic(code=code, message=f"{owner}: {name} is missing, expected a value", hint=f"Give {name}.")


def findings(
    owner: str, error: ValidationError, names: Sequence[str] = (), code: Code = INVALID_SETTING
) -> tuple[Diagnostic, ...]:
    """One finding for each of pydantic's; `names` are the fields in order, which positional arguments stand for."""
    return tuple(_finding(owner, row, names, code) for row in error.errors(include_url=False))


def _finding(owner: str, row: ErrorDetails, names: Sequence[str], code: Code) -> Diagnostic:
    path = list(row["loc"])
    if path and isinstance(path[0], int) and path[0] < len(names):
        path[0] = names[path[0]]
    where = dotted(path)
    if row["type"] in _UNKNOWN_NAME:
        return unknown_name(f"{owner}: {where!r}", where, names, code)
    if row["type"] == "unexpected_positional_argument":
        message = f"{owner}: positional argument {int(path[0]) + 1} is too many, expected {len(names)} at most"
        return Diagnostic(code=code, message=message, hint="Remove it.")
    if row["type"] == "missing":
        return missing(owner, where, code)
    subject = f"{owner}: {where}" if where else owner
    message = f"{subject} is {shown(row['input'])}, expected {expectation(row)}"
    return Diagnostic(code=code, message=message, hint=f"Correct {where or owner}.")


def reporting(cls: C) -> C:
    """Class decorator for a pydantic dataclass: a wrong argument or assignment raises CannotRunError FTC601."""
    names = tuple(field.name for field in fields(cls))
    # Setting methods on a class is what a class decorator is for; Any keeps the type checker out of it.
    target = cast(Any, cls)
    target.__init__ = _reporting_init(target.__init__, cls.__name__, names)
    if not target.__dataclass_params__.frozen:
        target.__setattr__ = _reporting_setattr(target.__setattr__, cls.__name__, names)
    return cls


def _reporting_init(construct: Callable[..., None], owner: str, names: Sequence[str]) -> Callable[..., None]:
    @wraps(construct)
    def __init__(self: object, *args: object, **kwargs: object) -> None:  # noqa: N807
        unknown = [unknown_name(f"{owner}: {name!r}", name, names) for name in kwargs if name not in names]
        if unknown:
            raise CannotRunError(*unknown)
        try:
            construct(self, *args, **kwargs)
        except ValidationError as error:
            raise CannotRunError(*findings(owner, error, names)) from None

    return __init__


def _reporting_setattr(
    assign: Callable[[object, str, object], None], owner: str, names: Sequence[str]
) -> Callable[[object, str, object], None]:
    @wraps(assign)
    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        try:
            assign(self, name, value)
        except ValidationError as error:
            raise CannotRunError(*findings(owner, error, names)) from None

    return __setattr__


def infer_missing(cls: Any, data: object, info: ValidationInfo) -> object:
    """A "before" validator: with `infer_missing` in the context, required keys that are absent become None."""
    if not _infers(info) or not (data is None or isinstance(data, Mapping)):
        return data
    required = [field.name for field in fields(cls) if field.default is MISSING and field.default_factory is MISSING]
    return {**dict.fromkeys(required), **(data or {})}


def null_if_inferred(value: object, handler: Callable[[object], object], info: ValidationInfo) -> object:
    """A "wrap" validator: None stands for a key that `infer_missing` filled in, and is refused otherwise."""
    return None if value is None and _infers(info) else handler(value)


def null_passes(value: object, handler: Callable[[object], object]) -> object:
    """A "wrap" validator for a field whose type has no None, where flytekit's own callers still pass it."""
    return None if value is None else handler(value)


def _infers(info: ValidationInfo) -> bool:
    return bool(info.context and info.context["infer_missing"])
