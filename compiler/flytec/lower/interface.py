"""Python interfaces to `flyteidl.core.TypedInterface`, and signature defaults to `ParameterMap`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flytec.authoring.interface import Interface
from flytec.authoring.messages import LookedUp
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Diagnostic, Location, UserError, user_error
from flytec.ir import pb
from flytec.lower.literals.kinds import is_annotated
from flytec.lower.lowering import described
from flytec.lower.types import Types

NOTHING = pb.Literal(scalar=pb.Scalar(none_type=pb.Void()))


def fill_interface(
    target: pb.TypedInterface, interface: Interface, types: Types, at: Location | None, *, runs: bool = True
) -> None:
    """Types and descriptions of inputs and outputs; a variable that is not described is described by its name.

    `runs` says whether what has the interface runs itself: only then may partitions of artifacts be left open.

    Inputs and outputs are present even where there are none: the control plane cannot use a launch plan of a
    workflow without them.

    Raises:
        UserError: FTC205 for types without a Flyte type, each naming its variable.
    """
    docstring = interface.docstring
    inputs = docstring.input_descriptions if docstring else {}
    outputs = docstring.describe_outputs(tuple(interface.outputs)) if docstring else {}
    findings = [
        *_fill(target.inputs, interface.inputs, inputs, types, "input", at),
        *_fill(target.outputs, interface.outputs, outputs, types, "output", at),
        *_unbound(interface, at, runs=runs),
    ]
    if findings:
        raise UserError(*(row for error in findings for row in error.findings))


def fill_parameters(
    target: pb.ParameterMap,
    interface: Interface,
    defaults: Mapping[str, Any],
    fixed: Mapping[str, Any],
    types: Types,
    at: Location | None,
) -> None:
    """The inputs of a launch plan: those of the workflow that are not fixed, with `defaults` before signature defaults.

    A default that `defaults` gives takes the description of its input away, as in flytekit.

    Raises:
        UserError: FTC205 and FTC206 for types and defaults that do not lower.
    """
    described_inputs = interface.docstring.input_descriptions if interface.docstring else {}
    target.SetInParent()
    findings: list[Diagnostic] = []
    for name, (kind, signature_default) in interface.inputs_with_defaults.items():
        if name in fixed:
            continue
        given = name in defaults
        parameter = target.parameters[name]
        try:
            description = name if given else described_inputs.get(name, name)
            _fill_variable(parameter.var, kind, description, types)
            _fill_default(parameter, defaults[name] if given else signature_default, kind, types)
        except UserError as error:
            findings.extend(described(error, f"input {name!r}", at).findings)
    if findings:
        raise UserError(*findings)


def _fill(
    target: pb.VariableMap,
    kinds: Mapping[str, Any],
    descriptions: Mapping[Any, str | None],
    types: Types,
    what: str,
    at: Location | None,
) -> list[UserError]:
    target.SetInParent()
    findings: list[UserError] = []
    variables = target.variables
    for name, kind in kinds.items():
        try:
            _fill_variable(variables[name], kind, descriptions.get(name, name), types)
        except UserError as error:
            findings.append(described(error, f"{what} {name!r}", at))
    return findings


def _fill_variable(target: pb.Variable, kind: Any, description: str | None, types: Types) -> None:
    target.type.CopyFrom(types.literal_type(kind))
    if description is not None:
        target.description = description
    if type(kind) is not type and is_annotated(kind):
        from flytec.lower.artifacts import partial_id, specification_of

        if (specification := specification_of(kind)) is not None:
            target.artifact_partial_id.CopyFrom(partial_id(specification))


def _unbound(interface: Interface, at: Location | None, *, runs: bool) -> Iterator[UserError]:
    for name, kind in interface.outputs.items():
        if type(kind) is type or not is_annotated(kind):
            continue
        from flytec.lower.artifacts import unbound_inputs

        for problem in unbound_inputs(kind, interface.inputs, dynamic=runs):
            error = user_error(INVALID_DECLARATION, problem, hint="bind it to an input that exists, or to a text")
            yield described(error, f"output {name!r}", at)


def _fill_default(target: pb.Parameter, default: Any, kind: Any, types: Types) -> None:
    """Sets one of `Parameter.behavior`: an optional input without default defaults to nothing."""
    if isinstance(default, LookedUp):
        from flytec.lower.artifacts import fill_query

        fill_query(target, default)
    elif default is not None:
        target.default.CopyFrom(types.literal(default, kind, target.var.type))
    elif types.is_optional(kind):
        target.default.CopyFrom(NOTHING)
    else:
        target.required = True
