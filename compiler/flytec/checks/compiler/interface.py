"""The interfaces of nodes: names and types."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from flytec.ir import pb
from flytec.records import dataclass

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


class Described(NamedTuple):
    """An interface, and the variables in it that lack a name or a type: their path below it, and what is wrong."""

    interface: Interface
    faults: tuple[tuple[str, str], ...] = ()


def described(interface: pb.TypedInterface) -> Described:
    """Reads an interface.

    Rule: `ValidateInterface`. A type with nothing set in it is one.
    """
    faults: list[tuple[str, str]] = []
    inputs = types_of(interface.inputs, "input", faults)
    return Described(Interface(inputs, types_of(interface.outputs, "output", faults)), tuple(faults))


def types_of(variables: pb.VariableMap, label: str, faults: list[tuple[str, str]]) -> dict[str, Type]:
    """The types of variables by name; adds to `faults` what lacks a name or a type."""
    entries = variables.variables
    types: dict[str, Type] = {}
    for name in entries:
        variable = entries[name]
        types[name] = variable.type
        if not name:
            faults.append((f"{label}s.variables['']", f"an {label} has no name, expected one"))
        if not variable.HasField("type"):
            faults.append((f"{label}s.variables[{name!r}]", f"the {label} {name!r} has no type, expected one"))
    return types
