"""Kinds of types that the user's own transformers make known."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

from flytec.authoring.models_literals import Literal
from flytec.authoring.models_types import LiteralType, Model
from flytec.authoring.source import is_own_fault
from flytec.authoring.transformers import (
    AsyncTypeTransformer,
    RestrictedTypeError,
    TypeTransformer,
    TypeTransformerFailedError,
)
from flytec.authoring.type_engine import CompilingContext, answering
from flytec.codes import INVALID_LITERAL, UNSUPPORTED_TYPE, Code
from flytec.diagnostics import FlytecError, UserError
from flytec.ir import pb
from flytec.lower.literals.encoding import not_covered
from flytec.lower.literals.kinds import (
    Kind,
    NotCoveredError,
    PythonType,
    RefusedError,
    TypeSystem,
)
from flytec.lower.types.models import fill, model_of
from flytec.records import dataclass

M = TypeVar("M", bound=pb.Message)
R = TypeVar("R")

# What the stand-in's own classes of transformers raise in a user's name.
_RAISED_FOR_USERS = (TypeTransformerFailedError, NotImplementedError, RestrictedTypeError, ValueError)


def transformer_kind(transformer: TypeTransformer[Any], built_in: Mapping[str, Kind]) -> Kind:
    """The row of the table that a transformer of the user's own stands for; `built_in` are flytekit's by their tags.

    What its methods raise refuses the type or the value, as in flytekit. What they would need a running task for is
    `NotCoveredError`.
    """
    name = f"transformer {transformer.name!r}"

    def type_of(system: TypeSystem, python_type: PythonType) -> pb.LiteralType:
        with answering(_Engine(system, built_in)):
            made = _asked(UNSUPPORTED_TYPE, f"get_literal_type of {name}", transformer.get_literal_type, python_type)
        return _message(pb.LiteralType(), made, LiteralType, UNSUPPORTED_TYPE, f"get_literal_type of {name}")

    def literal_of(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
        given = (CompilingContext("flytekit.FlyteContext"), value, python_type, model_of(expected))
        what = f"to_literal of {name}"
        with answering(_Engine(system, built_in)):
            if isinstance(transformer, AsyncTypeTransformer):
                made = _asked(INVALID_LITERAL, what, lambda: _finished(transformer.async_to_literal(*given)))
            else:
                made = _asked(INVALID_LITERAL, what, transformer.to_literal, *given)
        return _message(pb.Literal(), made, Literal, INVALID_LITERAL, what)

    def check(system: TypeSystem, value: Any, python_type: PythonType) -> None:
        if transformer.type_assertions_enabled:
            with answering(_Engine(system, built_in)):
                _asked(INVALID_LITERAL, f"assert_type of {name}", transformer.assert_type, python_type, value)

    return Kind(transformer.name, type_of, literal_of, check)


@dataclass(frozen=True, slots=True)
class _Engine:
    """`flytec.authoring.type_engine.Engine` over the types of one lowering."""

    system: TypeSystem
    built_in: Mapping[str, Kind]

    def literal_type(self, python_type: Any) -> LiteralType:
        made: LiteralType = model_of(self.system.literal_type(python_type))
        return made

    def literal(self, value: Any, python_type: Any, expected: LiteralType) -> Literal:
        made: Literal = model_of(self.system.literal(value, python_type, _filled(pb.LiteralType(), expected)))
        return made

    def built_in_type(self, tag: str, python_type: Any) -> LiteralType:
        made: LiteralType = model_of(self.built_in[tag].type_of(self.system, python_type))
        return made

    def built_in_literal(self, tag: str, value: Any, python_type: Any, expected: LiteralType) -> Literal:
        literal_of = self.built_in[tag].literal_of
        made: Literal = model_of(literal_of(self.system, value, python_type, _filled(pb.LiteralType(), expected)))
        return made


def _asked(code: Code, what: str, method: Callable[..., R], *given: Any) -> R:
    try:
        return method(*given)
    except (RefusedError, NotCoveredError):
        raise
    except UserError as error:  # of the stand-in's: no running task, no context
        raise not_covered(error) from error
    except FlytecError:
        raise
    except Exception as error:  # the user's method raises what it likes
        if is_own_fault(error) and not isinstance(error, _RAISED_FOR_USERS):
            raise
        message = f"{what} raises {type(error).__name__}: {error}"
        raise RefusedError(code, " ".join(message.split()), "mend the transformer, or give another value") from error


def _finished(waiting: Coroutine[Any, Any, R]) -> R:
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(waiting)
    finally:
        loop.close()


def _message(message: M, model: Any, expected: type[Model], code: Code, what: str) -> M:
    if not isinstance(model, expected):
        text = f"{what} returns a {type(model).__name__}, expected a {expected.__name__}"
        raise RefusedError(code, text, f"return a flytekit.models {expected.__name__}")
    try:
        return _filled(message, model)
    except (TypeError, ValueError, AttributeError) as error:
        text = f"{what} returns a {expected.__name__} that cannot be written: {error}"
        raise NotCoveredError(code, " ".join(text.split()), "give its fields values of their types") from error


def _filled(message: M, model: Model) -> M:
    fill(message, model)
    return message
