"""The interfaces of nodes: names and types."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from flytec.ir import pb

Type: TypeAlias = pb.LiteralType | None
"""None where it is not known: what gives the value is not registered, which is told elsewhere."""


class Anything(dict[str, Type]):
    """The variables of what is not known: each name is there, of a type that is not known."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Type:
        return None


@dataclass(frozen=True, slots=True)
class Interface:
    """Inputs and outputs, by name."""

    inputs: Mapping[str, Type]
    outputs: Mapping[str, Type]


OPAQUE = Interface(Anything(), Anything())
EMPTY = Interface({}, {})


def interface_of(interface: pb.TypedInterface) -> Interface:
    """An interface as mappings; variables that lack a name or a type are in it too."""
    return Interface(types_of(interface.inputs), types_of(interface.outputs))


def types_of(variables: pb.VariableMap) -> dict[str, Type]:
    """The types of variables, by name."""
    entries = variables.variables
    return {name: entries[name].type for name in entries}


def variable_faults(interface: pb.TypedInterface) -> Iterator[tuple[str, str]]:
    """What lacks a name or a type: the path below the interface, and what is wrong.

    Rule: `ValidateInterface`. A type with nothing set in it is one.
    """
    for side, label in (("inputs", "input"), ("outputs", "output")):
        variables = getattr(interface, side).variables
        for name in variables:
            if not name:
                yield f"{side}.variables['']", f"an {label} has no name, expected one"
            if not variables[name].HasField("type"):
                yield f"{side}.variables[{name!r}]", f"the {label} {name!r} has no type, expected one"
