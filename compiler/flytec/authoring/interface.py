"""The Python-side interface of an entity: names, types, defaults."""

import inspect
import keyword
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flytec.authoring.docstring import Docstring
from flytec.authoring.signature import hints_of, parameters_of, returns_something
from flytec.authoring.source import caller_location, function_location
from flytec.codes import INVALID_DECLARATION, MISSING_ANNOTATION
from flytec.diagnostics import UserError, user_error


class Interface:
    """Inputs with types and defaults, outputs with types. A default of `None` stands for "no default".

    `output_tuple_name` is the name of the NamedTuple that the entity returns, where it returns one: such outputs stay
    a tuple even if there is just one.
    """

    def __init__(
        self,
        inputs: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        output_tuple_name: str | None = None,
        docstring: Docstring | None = None,
    ) -> None:
        self._inputs: dict[str, tuple[Any, Any]] = {}
        for name, row in (inputs or {}).items():
            if not name.isidentifier():
                raise _invalid(f"input name {name!r} is not a Python identifier")
            self._inputs[name] = row if type(row) is tuple and len(row) > 1 else (row, None)
        self._input_types = {name: row[0] for name, row in self._inputs.items()}
        # Nodes bind their inputs in this order.
        self.sorted_inputs = sorted(self._inputs)
        self._outputs: dict[str, Any] = dict(outputs or {})
        for name in self._outputs:
            if not name.isidentifier() or name[0] == "_" or keyword.iskeyword(name):
                raise _invalid(f"output name {name!r} cannot be a field of a named tuple, which results are")
        self.output_tuple_name = output_tuple_name
        self.docstring = docstring
        self._output_tuple: type[tuple[Any, ...]] | None = None

    @property
    def inputs(self) -> dict[str, Any]:
        """Input types by name."""
        return self._input_types

    @property
    def inputs_with_defaults(self) -> dict[str, tuple[Any, Any]]:
        """Input types and defaults by name."""
        return self._inputs

    @property
    def default_inputs_as_kwargs(self) -> dict[str, Any]:
        """The defaults that are not `None`, by name."""
        return {name: row[1] for name, row in self._inputs.items() if row[1] is not None}

    @property
    def outputs(self) -> dict[str, Any]:
        """Output types by name."""
        return self._outputs

    @property
    def output_names(self) -> list[str] | None:
        """Output names in order, `None` where there are none."""
        return list(self._outputs) or None

    @property
    def output_tuple(self) -> type[tuple[Any, ...]]:
        """The named tuple class that calls of the entity return."""
        if self._output_tuple is None:
            from flytec.authoring.promise import output_tuple_class

            self._output_tuple = output_tuple_class(self.output_tuple_name, tuple(self._outputs))
        return self._output_tuple

    def remove_inputs(self, names: Iterable[str] | None) -> "Interface":
        """The interface without the inputs `names`."""
        if names is None:
            return self
        kept = {name: row for name, row in self._inputs.items() if name not in set(names)}
        return Interface(kept, self._outputs, docstring=self.docstring)

    def with_inputs(self, extra_inputs: Mapping[str, Any]) -> "Interface":
        """The interface with more inputs; a name that it has already is an error."""
        if not extra_inputs:
            return self
        self._refuse_known(extra_inputs, self._inputs, "input")
        return Interface({**self._inputs, **extra_inputs}, self._outputs, docstring=self.docstring)

    def with_outputs(self, extra_outputs: Mapping[str, Any]) -> "Interface":
        """The interface with more outputs; a name that it has already is an error."""
        if not extra_outputs:
            return self
        self._refuse_known(extra_outputs, self._outputs, "output")
        return Interface(self._inputs, {**self._outputs, **extra_outputs})

    @staticmethod
    def _refuse_known(extra: Mapping[str, Any], known: Mapping[str, Any], what: str) -> None:
        for name in extra:
            if name in known:
                raise _invalid(f"{what} {name!r} exists in the interface already")


def interface_of_function(
    function: Callable[..., Any],
    docstring: Docstring | None = None,
    *,
    pickle_untyped: bool = False,
    has_body: bool = True,
) -> Interface:
    """The interface that a function's signature declares.

    Args:
        function: the user's function, decorated or not.
        docstring: where the descriptions of inputs and outputs come from.
        pickle_untyped: parameters and results without annotation travel as pickles.
        has_body: the function is meant to run, so one that declares a result must have a return statement.

    Raises:
        UserError: FTC203 for a parameter without annotation, FTC201 for a result that is never returned, for a tuple of
            one, and for an annotation that does not evaluate.
    """
    hints = _hints(function)
    result = hints.get("return")
    if result is None and pickle_untyped:
        result = Any
    if has_body and _promises_result(result) and not returns_something(function):
        raise user_error(
            INVALID_DECLARATION,
            f"{function.__name__} declares the result {_type_name(result)} but has no return statement",
            at=function_location(function),
            hint="return a value, or drop the return annotation",
        )
    inputs = {}
    for name, default in parameters_of(function).items():
        hint = hints.get(name)
        if hint is None:
            if not pickle_untyped:
                raise _missing_annotation(function, name)
            hint = Any
        inputs[name] = (hint, default)
    outputs = outputs_of_annotation(result, function)
    return Interface(inputs, outputs, _named_tuple_name(result), docstring)


def outputs_of_annotation(annotation: Any, function: Callable[..., Any]) -> dict[str, Any]:
    """Output types by name: a NamedTuple names its own, everything else is `o0`, `o1`, ..."""
    if annotation is None or annotation is type(None) or annotation is inspect.Signature.empty:
        return {}
    if _is_named_tuple(annotation):
        return dict(typing.get_type_hints(annotation, include_extras=True))
    if typing.get_origin(annotation) is tuple:
        members = typing.get_args(annotation)
    elif isinstance(annotation, tuple):
        members = annotation
    else:
        return {"o0": annotation}
    if len(members) == 1:
        raise user_error(
            INVALID_DECLARATION,
            "the return annotation is a tuple of one, which stands for several results",
            at=function_location(function),
            hint="annotate the result itself, or use a NamedTuple to name it",
        )
    return {f"o{index}": member for index, member in enumerate(members)}


def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    try:
        return hints_of(function)
    except (NameError, AttributeError, TypeError, SyntaxError) as error:
        raise user_error(
            INVALID_DECLARATION,
            f"an annotation of {function.__name__} does not evaluate: {error}",
            at=function_location(function),
            hint="make every name in the annotations importable when the module runs, not under TYPE_CHECKING only",
        ) from error


def _invalid(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location())


def _missing_annotation(function: Callable[..., Any], name: str) -> Exception:
    return user_error(
        MISSING_ANNOTATION,
        f"parameter {name!r} of {function.__name__} has no type annotation",
        at=function_location(function),
        hint="annotate it, or pass pickle_untyped=True to the decorator",
    )


def _promises_result(annotation: Any) -> bool:
    if annotation is type(None) or not (isinstance(annotation, type) or annotation):
        return False
    return all(member is not type(None) for member in typing.get_args(annotation))


def _is_named_tuple(annotation: Any) -> bool:
    return getattr(annotation, "__bases__", None) == (tuple,) and hasattr(annotation, "_fields")


def _named_tuple_name(annotation: Any) -> str | None:
    return annotation.__name__ or None if _is_named_tuple(annotation) else None


def _type_name(annotation: Any) -> str:
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)
