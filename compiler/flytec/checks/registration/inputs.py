"""Default and fixed inputs of launch plans, by themselves and against the workflow's interface.

Rule: flyteadmin's `validateLiteralMap`, `validateParameterMap` and `checkAndFetchExpectedInputForLaunchPlan`. The
server stops at the first date that it meets; here every input is looked at.
"""

from collections.abc import Iterator, Mapping

from flytec.checks.finding import Finding
from flytec.checks.registration.encoding import is_timestamp
from flytec.checks.types.castable import castable
from flytec.checks.types.inferred import inferred_type
from flytec.checks.types.text import type_text
from flytec.codes import INVALID_DEFAULT_INPUT, INVALID_FIXED_INPUT, MISMATCHING_INPUT, UNKNOWN_INPUT, Code
from flytec.ir import pb

_DEFAULTS = "spec.default_inputs.parameters"
_FIXED = "spec.fixed_inputs.literals"
_SIMPLE_PRIMITIVES: Mapping[int, str] = {
    pb.SimpleType.Value("INTEGER"): "integer",
    pb.SimpleType.Value("FLOAT"): "float_value",
    pb.SimpleType.Value("STRING"): "string_value",
    pb.SimpleType.Value("BOOLEAN"): "boolean",
}


def fixed_findings(fixed: pb.LiteralMap) -> Iterator[Finding]:
    """What is wrong with fixed inputs whatever the workflow is."""
    for name in sorted(fixed.literals):
        literal, field = fixed.literals[name], f"{_FIXED}[{name!r}]"
        if not name:
            yield _invalid(INVALID_FIXED_INPUT, field, "a fixed input has no name, expected one of the workflow's")
        elif literal.WhichOneof("value") is None:
            yield _invalid(INVALID_FIXED_INPUT, field, f"the fixed input {name!r} has no value, expected one")
        else:
            yield from _date_findings(INVALID_FIXED_INPUT, literal, field, f"the fixed input {name!r}")


def default_findings(defaults: pb.ParameterMap) -> Iterator[Finding]:
    """What is wrong with default inputs whatever the workflow is."""
    parameters = defaults.parameters
    for name in sorted(parameters):
        parameter = parameters[name]
        if name and _is_plain_parameter(parameter):
            continue
        field = f"{_DEFAULTS}[{name!r}]"
        if not name:
            yield _invalid(INVALID_DEFAULT_INPUT, field, "a default input has no name, expected one of the workflow's")
        yield from _parameter_findings(name, parameter, field)


def interface_findings(spec: pb.LaunchPlanSpec, inputs: pb.VariableMap) -> Iterator[Finding]:
    """Inputs that the workflow does not have, or has by another type."""
    variables, defaults, fixed = inputs.variables, spec.default_inputs.parameters, spec.fixed_inputs.literals
    for name in sorted(defaults):
        if name not in variables:
            yield _unknown(name, "default", f"{_DEFAULTS}[{name!r}]", inputs)
            continue
        declared, wanted = defaults[name].var.type, variables[name].type
        if declared != wanted and defaults[name].var.HasField("type") and not castable(declared, wanted):
            yield Finding(
                code=MISMATCHING_INPUT,
                field=f"{_DEFAULTS}[{name!r}].var.type",
                message=f"the launch plan's input {name!r} is of type {type_text(declared)}, "
                f"expected {type_text(wanted)}, the workflow's",
            )
    for name in sorted(fixed) if fixed else ():
        if name not in variables:
            yield _unknown(name, "fixed", f"{_FIXED}[{name!r}]", inputs)
        elif fixed[name].WhichOneof("value") is not None:
            subject = f"the fixed input {name!r}"
            yield from _literal_findings(fixed[name], variables[name].type, f"{_FIXED}[{name!r}]", subject)


def _is_plain_parameter(parameter: pb.Parameter) -> bool:
    """Whether there is nothing wrong with a parameter, at a glance, which is what most are like."""
    if parameter.required:
        return parameter.var.HasField("type")
    return parameter.HasField("default") and _is_plain(parameter.default, parameter.var.type)


def _parameter_findings(name: str, parameter: pb.Parameter, field: str) -> Iterator[Finding]:
    if not parameter.HasField("var") or not parameter.var.HasField("type"):
        yield _invalid(INVALID_DEFAULT_INPUT, field, f"the input {name!r} has no type, expected the workflow's")
        return
    match parameter.WhichOneof("behavior"):
        case "default":
            subject = f"the default of {name!r}"
            yield from _literal_findings(parameter.default, parameter.var.type, f"{field}.default", subject)
            yield from _date_findings(INVALID_DEFAULT_INPUT, parameter.default, f"{field}.default", subject)
        case "required" if parameter.required:
            return
        case "artifact_query" | "artifact_id" as behavior:
            message = f"the input {name!r} comes from an artifact, which the server does not know; expected a default"
            hint = "Give it a default, or leave it required."
            yield _invalid(INVALID_DEFAULT_INPUT, f"{field}.{behavior}", message, hint)
        case _:
            message = f"the input {name!r} has no default and is not required, expected either of them"
            yield _invalid(INVALID_DEFAULT_INPUT, field, message)


def _literal_findings(literal: pb.Literal, wanted: pb.LiteralType, field: str, subject: str) -> Iterator[Finding]:
    if _is_plain(literal, wanted):
        return
    held = inferred_type(literal)
    if held is None:
        yield _invalid(
            MISMATCHING_INPUT, field, f"{subject} is a value of no type, expected one of {type_text(wanted)}"
        )
    elif not castable(held, wanted):
        yield _invalid(
            MISMATCHING_INPUT, field, f"{subject} is of type {type_text(held)}, expected {type_text(wanted)}"
        )


def _is_plain(literal: pb.Literal, wanted: pb.LiteralType) -> bool:
    """Whether the two agree at a glance, which is what most do."""
    primitive = _SIMPLE_PRIMITIVES.get(wanted.simple)
    return primitive is not None and literal.scalar.primitive.HasField(primitive) and not wanted.HasField("structure")


def _date_findings(code: Code, literal: pb.Literal, field: str, subject: str) -> Iterator[Finding]:
    primitive = literal.scalar.primitive
    if primitive.HasField("datetime") and not is_timestamp(primitive.datetime):
        seconds = primitive.datetime.seconds
        yield _invalid(code, field, f"{subject} is a date of {seconds} seconds, expected one of the years 1 to 9999")


def _unknown(name: str, what: str, field: str, inputs: pb.VariableMap) -> Finding:
    names = sorted(inputs.variables)
    expected = f"expected one of {', '.join(map(repr, names))}" if names else "which has none"
    return Finding(
        code=UNKNOWN_INPUT,
        field=field,
        message=f"the {what} input {name!r} is no input of the workflow, {expected}",
    )


def _invalid(code: Code, field: str, message: str, hint: str = "") -> Finding:
    return Finding(code=code, field=field, message=message, hint=hint)
