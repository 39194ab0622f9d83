"""Promises and values to `flyteidl.core.Binding`.

t2(x=[a, 1])   ->   binding { var: "x" binding { collection {
                        bindings { promise { node_id: "n0" var: "o0" } }
                        bindings { scalar { primitive { integer: 1 } } } } } }
"""

from __future__ import annotations

from collections.abc import Mapping
from types import GenericAlias
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from flytec.authoring.conditional import Case, Condition, ConditionalSection
from flytec.authoring.gates import Gate
from flytec.authoring.promise import NodeOutput, Promise, VoidPromise
from flytec.codes import INVALID_BINDING, INVALID_CONDITIONAL
from flytec.diagnostics import Diagnostic, Location, UserError, user_error
from flytec.ir import pb
from flytec.lower.lowering import described
from flytec.lower.types import NotCoveredError, Types

RepeatedBindings: TypeAlias = Any

# What no promise can be in.
_PLAIN = (str, int, float, bool)
_STRUCT = pb.SimpleType.STRUCT


def fill_bindings(
    target: RepeatedBindings,
    values: Mapping[str, Any],
    kinds: Mapping[str, Any],
    types: Types,
    owner: str,
    at: Location | None,
) -> None:
    """Adds to `target` the bindings of `values` to variables of the Python types `kinds`, in the order of `values`.

    Raises:
        UserError: FTC204 and FTC206 for values that do not fit, each naming its variable and `owner`.
    """
    findings: list[Diagnostic] = []
    for name, value in values.items():
        kind = kinds[name]
        binding = target.add()
        binding.var = name
        try:
            if isinstance(value, Promise):
                _fill_promise(binding.binding.promise, value, kind, types)
            else:
                _fill_data(binding.binding, value, kind, types.literal_type(kind), types)
        except UserError as error:
            findings.extend(described(error, f"{name!r} of {owner}", at).findings)
    if findings:
        raise UserError(*findings)


def fill_operands(
    target: RepeatedBindings, promises: Mapping[str, Promise], types: Types, owner: str, at: Location | None
) -> None:
    """Adds to `target` the bindings of what a conditional compares; a variable of its node has no type of its own.

    Raises:
        UserError: FTC204 for keys of a value whose type has no schema, each naming its variable and `owner`.
    """
    findings: list[Diagnostic] = []
    for name, promise in promises.items():
        try:
            _refuse_unfit_index(promise, types)
            fill_reference(target.add(var=name).binding.promise, promise.ref)
        except UserError as error:
            findings.extend(described(error, f"{name!r} of {owner}", at).findings)
    if findings:
        raise UserError(*findings)


def _fill_data(target: pb.BindingData, value: Any, kind: Any, expected: pb.LiteralType, types: Types) -> None:
    """Binds one value to the type `expected`, which the Python type `kind` lowers to.

    Lists and dicts are bound member by member, since any member may be a promise. In a union they are bound as the
    first variant that takes them.
    """
    if type(value) in _PLAIN:
        _fill_scalar(target, types.literal(value, kind, expected))
        return
    match value:
        case Promise():
            _fill_promise(target.promise, value, kind, types, expected)
        case ConditionalSection() | Condition() | Case():
            raise user_error(
                INVALID_CONDITIONAL,
                f"the value is conditional {value.name!r}, which has no else_",
                hint="end it with .else_().then(...) or .else_().fail(...)",
            )
        case VoidPromise():
            raise user_error(INVALID_BINDING, f"the value is the result of {value.task_name}, which returns nothing")
        case list() | dict() if expected.HasField("union_type"):
            target.CopyFrom(_variant(value, kind, expected, types))
        case list():
            _fill_collection(target, value, kind, expected, types)
        case dict():
            _fill_map(target, value, kind, expected, types)
        case tuple() if not expected.HasField("union_type"):
            raise user_error(
                INVALID_BINDING,
                "the value is a tuple, which has no Flyte type",
                hint="take the member that is meant, also where a NamedTuple has just one",
            )
        case _:
            _fill_scalar(target, types.literal(value, kind, expected))


def fill_reference(target: pb.OutputReference, ref: NodeOutput) -> None:
    """A promise's reference, with the attributes and indices taken from it."""
    target.node_id = ref.node._id
    target.var = ref.var
    for key in ref.attr_path:
        if type(key) is int:
            target.attr_path.add(int_value=key)
        elif type(key) is str:
            target.attr_path.add(string_value=key)
        else:
            raise user_error(INVALID_BINDING, f"the promise is indexed by {key!r}, expected a string or whole number")


def _fill_promise(
    target: pb.OutputReference, promise: Promise, kind: Any, types: Types, expected: pb.LiteralType | None = None
) -> None:
    ref = promise._ref
    upstream = ref.node._interface._outputs.get(ref.var)
    # A promise of the very type that is expected, or of one that nobody knows, needs no look at either.
    if ref.indexed or (upstream is not None and upstream is not kind and not _are_equal_generics(upstream, kind)):
        _refuse_unfit_promise(promise, types.literal_type(kind) if expected is None else expected, types)
    fill_reference(target, ref)


def _are_equal_generics(upstream: Any, kind: Any) -> bool:
    return type(upstream) is GenericAlias and type(kind) is GenericAlias and upstream == kind


def _refuse_unfit_promise(promise: Promise, expected: pb.LiteralType, types: Types) -> None:
    """Refuses a list of unions where none is expected, and keys of a value whose type has no schema."""
    upstream, producer = _upstream_type(promise, types), promise.ref.node.flyte_entity
    if upstream is expected and not promise.ref.indexed:
        return
    # flytekit does not ask gates for the type of what they give.
    if upstream is None or producer is None or isinstance(producer, Gate):
        pass
    elif _is_union_list(upstream) and not _is_union_list(expected):
        raise user_error(
            INVALID_BINDING,
            f"the value is a list of unions, output {promise.ref.var!r} of {producer.name}; "
            "expected a type without unions",
            hint="declare the input as a list of the same union",
        )
    _refuse_unfit_index(promise, types)


def _refuse_unfit_index(promise: Promise, types: Types) -> None:
    if not promise.ref.indexed:
        return
    upstream = _upstream_type(promise, types)
    if upstream is not None and upstream.simple == _STRUCT and not upstream.HasField("metadata"):
        raise user_error(
            INVALID_BINDING,
            f"output {promise.ref.var!r} is indexed by {promise.ref.attr_path[0]!r}, but its type has no schema",
            hint="annotate the output as dict[str, ...] or a dataclass",
        )


def _upstream_type(promise: Promise, types: Types) -> pb.LiteralType | None:
    """The type of the output that the promise refers to; it is not known for conditionals and a workflow's inputs."""
    kind = promise.ref.node._interface.outputs.get(promise.ref.var)
    return None if kind is None else types.literal_type(kind)


def _is_union_list(literal_type: pb.LiteralType) -> bool:
    return literal_type.HasField("collection_type") and literal_type.collection_type.HasField("union_type")


def _variant(value: Any, kind: Any, expected: pb.LiteralType, types: Types) -> pb.BindingData:
    problems: list[str] = []
    for variant, member in zip(expected.union_type.variants, get_args(kind), strict=False):
        try:
            data = pb.BindingData()
            _fill_data(data, value, member, variant, types)
        except NotCoveredError:
            # flytekit would have taken this variant: none of the others may stand in for it.
            raise
        except UserError as error:
            problems.extend(row.message for row in error.findings)
        else:
            return data
    raise user_error(INVALID_BINDING, f"{value!r} fits no variant of {kind}: {'; '.join(problems)}")


def _fill_collection(
    target: pb.BindingData, value: list[Any], kind: Any, expected: pb.LiteralType, types: Types
) -> None:
    if not expected.HasField("collection_type"):
        raise user_error(INVALID_BINDING, f"the value is a list, expected {_shown(kind)}")
    kind = _without_annotations(kind)
    member = get_args(kind)[0] if get_origin(kind) is list and get_args(kind) else None
    target.collection.SetInParent()
    bindings, element = target.collection.bindings, expected.collection_type
    for item in value:
        _fill_data(bindings.add(), item, type(item) if member is None else member, element, types)


def _fill_map(target: pb.BindingData, value: dict[Any, Any], kind: Any, expected: pb.LiteralType, types: Types) -> None:
    if expected.simple == _STRUCT:
        _fill_scalar(target, types.literal(value, type(value), expected))
        return
    if not expected.HasField("map_value_type"):
        raise user_error(INVALID_BINDING, f"the value is a dict, expected {_shown(kind)}")
    arguments = get_args(_without_annotations(kind))
    member = arguments[1] if len(arguments) > 1 else None
    target.map.SetInParent()
    for key, item in value.items():
        if not isinstance(key, str):
            raise user_error(INVALID_BINDING, f"the value is a dict with the key {key!r}, expected strings as keys")
        bound = target.map.bindings[key]
        _fill_data(bound, item, type(item) if member is None else member, expected.map_value_type, types)


def _fill_scalar(target: pb.BindingData, literal: pb.Literal) -> None:
    if not literal.HasField("scalar"):
        raise user_error(INVALID_BINDING, "the value is a collection that is neither a list nor a dict")
    target.scalar.CopyFrom(literal.scalar)


def _without_annotations(kind: Any) -> Any:
    return _without_annotations(get_args(kind)[0]) if get_origin(kind) is Annotated else kind


def _shown(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)
