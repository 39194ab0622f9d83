"""Interfaces: variables with their types, and the signature `(a: int, b: str = 'x') -> (o0: float)`.

The wire form keeps the variables in a map, so their order is lost: they are shown by name, those without a default
first.
"""

from collections.abc import Iterable, Mapping

from flytec.ir import ours, pb
from flytec.view.literals import literal_text
from flytec.view.types import type_text

MAX_DEFAULT_CHARACTERS = 60
"""How much of a default value a signature shows."""


def variables(held: Mapping[str, pb.Variable]) -> list[ours.InspectedVariable]:
    """The inputs or outputs of an interface, by name."""
    return [_variable(name, held[name]) for name in sorted(held)]


def parameters(held: Mapping[str, pb.Parameter]) -> list[ours.InspectedVariable]:
    """The inputs of a launch plan, those that have to be given first."""
    rows = [_parameter(name, held[name]) for name in sorted(held)]
    return sorted(rows, key=lambda row: row.HasField("default"))


def signature(inputs: Iterable[ours.InspectedVariable], outputs: Iterable[ours.InspectedVariable] | None) -> str:
    """The interface as a function's; without the outputs where they are not known."""
    head = f"({', '.join(_declaration(one) for one in inputs)})"
    if outputs is None:
        return head
    tail = ", ".join(_declaration(one) for one in outputs)
    return f"{head} -> ({tail})" if tail else f"{head} -> None"


def _declaration(variable: ours.InspectedVariable) -> str:
    text = f"{variable.name}: {variable.type}"
    if not variable.HasField("default"):
        return text
    default = variable.default
    if len(default) > MAX_DEFAULT_CHARACTERS:
        default = default[:MAX_DEFAULT_CHARACTERS] + "..."
    return f"{text} = {default}"


def _variable(name: str, variable: pb.Variable) -> ours.InspectedVariable:
    # flytekit describes a variable that nobody described by its name.
    description = "" if variable.description == name else variable.description
    return ours.InspectedVariable(name=name, type=type_text(variable.type), description=description)


def _parameter(name: str, parameter: pb.Parameter) -> ours.InspectedVariable:
    row = _variable(name, parameter.var)
    match parameter.WhichOneof("behavior"):
        case "default":
            row.default = literal_text(parameter.default)
            row.required = False
        case "required":
            row.required = parameter.required
        case "artifact_query" | "artifact_id":
            row.default = "<an artifact>"
            row.required = False
        case _:
            pass
    return row
