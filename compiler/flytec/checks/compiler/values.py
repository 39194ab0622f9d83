"""One value against the type that is expected of it.

Rule: `validateBinding` in flytepropeller's `pkg/compiler/validators/bindings.go`.
"""

from collections.abc import Iterable, Mapping, Sequence

from flytec.checks.compiler.interface import Type
from flytec.checks.compiler.names import START, scalar_text
from flytec.checks.compiler.promises import Place, Source, find_source, is_plain_name
from flytec.checks.compiler.scope import Scope
from flytec.checks.types.cast import Cast
from flytec.checks.types.castable import cast, castable, is_none
from flytec.checks.types.columns import has_twin_columns
from flytec.checks.types.inferred import scalar_type
from flytec.checks.types.text import type_text
from flytec.codes import (
    AMBIGUOUS_BINDING,
    ILLEGAL_ENUM_VALUE,
    INCOMPATIBLE_BINDING,
    MISMATCHING_BINDINGS,
    MISMATCHING_TYPES,
    UNDECIDED_CAST,
    UNRECOGNIZED_VALUE,
)
from flytec.ir import pb

_KINDS: Mapping[str | None, str] = {"collection": "a list", "map": "a dict"}
_PLAIN_SCALARS: Mapping[str, int] = {
    "integer": pb.SimpleType.Value("INTEGER"),
    "float_value": pb.SimpleType.Value("FLOAT"),
    "string_value": pb.SimpleType.Value("STRING"),
    "boolean": pb.SimpleType.Value("BOOLEAN"),
}


def at_a_glance(scope: Scope, data: pb.BindingData, expected: Type) -> str | None:
    """The producer of a value that needs no closer look, as it is of the very type: a node, or none for a constant."""
    kind = data.WhichOneof("value")
    if kind == "promise":
        promise = data.promise
        name = promise.var
        producer = scope.nodes.get(promise.node_id or START)
        if producer is not None and producer.outputs is not None and name in producer.outputs and is_plain_name(name):
            held = producer.outputs[name]
            if (held is None or expected is None or are_alike(held, expected)) and not promise.attr_path:
                return producer.id
    elif kind == "scalar" and expected is not None and _is_plain_scalar(data.scalar, expected):
        return ""
    return None


def are_alike(held: pb.LiteralType, expected: pb.LiteralType) -> bool:
    """Whether two types are the same, and values of it can go where it is expected: most can."""
    return held == expected and (held.simple > 0 or not has_twin_columns(held))


def producers_of(place: Place, data: pb.BindingData, expected: Type) -> list[str] | None:
    """The nodes that a fitting value comes from; None for one that does not fit, which is reported."""
    kind = data.WhichOneof("value")
    if kind == "scalar":
        return [] if _check_scalar(place, data.scalar, expected) else None
    if kind == "promise":
        return _check_promise(place, data.promise, expected)
    if expected is not None and expected.WhichOneof("type") == "union_type":
        return _check_variants(place, data, kind, expected)
    if kind == "collection" and (expected is None or expected.WhichOneof("type") == "collection_type"):
        element = expected.collection_type if expected is not None else None
        items = ((f".collection.bindings[{index}]", one) for index, one in enumerate(data.collection.bindings))
        return _check_elements(place, items, element)
    if kind == "map" and (expected is None or expected.WhichOneof("type") == "map_value_type"):
        value = expected.map_value_type if expected is not None else None
        held = data.map.bindings
        return _check_elements(place, ((f".map.bindings[{key!r}]", held[key]) for key in sorted(held)), value)
    place.error(
        MISMATCHING_BINDINGS,
        f"is given {kind_text(kind)}, expected {'a value' if expected is None else type_text(expected)}",
        _map_hint(place.taker.node),
    )
    return None


def _check_elements(place: Place, elements: Iterable[tuple[str, pb.BindingData]], expected: Type) -> list[str] | None:
    producers: list[str] = []
    faultless = True
    for suffix, data in elements:
        producer = at_a_glance(place.scope, data, expected)
        if producer is None:
            found = producers_of(place.below(suffix), data, expected)
            faultless = faultless and found is not None
            producers += found or ()
        elif producer:
            producers.append(producer)
    return producers if faultless else None


def _check_variants(place: Place, data: pb.BindingData, kind: str | None, expected: pb.LiteralType) -> list[str] | None:
    """A list or dict for a union: it has to fit exactly one variant as a whole."""
    fitting: list[tuple[pb.LiteralType, list[str], Place]] = []
    for variant in expected.union_type.variants:
        attempt = place._replace(report=place.report.attempt())
        producers = producers_of(attempt, data, variant)
        if producers is not None:
            fitting.append((variant, producers, attempt))
    given = f"is given {kind_text(kind)}"
    if len(fitting) == 1:
        place.report.include(fitting[0][2].report)
        return fitting[0][1]
    if fitting:
        names = " and ".join(type_text(variant) for variant, _, _ in fitting)
        place.error(
            AMBIGUOUS_BINDING,
            f"{given} that is {names} as well, expected one variant of {type_text(expected)} to take it",
            "Make the value in a task that returns one of the types.",
        )
    else:
        place.error(INCOMPATIBLE_BINDING, f"{given} that fits no variant, expected {type_text(expected)}")
    return None


def _check_promise(place: Place, promise: pb.OutputReference, expected: Type) -> list[str] | None:
    source = find_source(place, promise)
    if source is None:
        return None
    held = source.type
    if held is None or expected is None:
        return [source.producer.id]
    result = cast(held, expected)
    if result is Cast.NO:
        _mismatch(place, source, held, expected)
        return None
    if result is Cast.UNKNOWN:
        place.report.warning(
            UNDECIDED_CAST,
            place.where,
            f"{place.taker.input_label(place.name)} is {_origin(source)} of type {type_text(held)}, expected "
            f"{type_text(expected)}; only the server can tell whether their JSON schemas go together",
            node=place.taker.id,
        )
    return [source.producer.id]


def _mismatch(place: Place, source: Source, held: pb.LiteralType, expected: pb.LiteralType) -> None:
    if place.taker.interface is not None and place.name in place.taker.parts:
        what = "conditional compares" if place.taker.arms else "gate takes"
        message = f"is {_origin(source)}, expected a whole output: a {what} no parts"
        place.error(MISMATCHING_TYPES, message, "Let a task return the part, and use what it returns.")
        return
    fitting = _fitting_variants(held, expected)
    message = _unlike(_origin(source), held, expected, fitting)
    place.error(MISMATCHING_TYPES, message, _hint(place, source.producer.node, held, expected, fitting))


def _unlike(what: str, held: pb.LiteralType, expected: pb.LiteralType, fitting: Sequence[str]) -> str:
    """What a value is and what it should be, the types told apart where they are written alike."""
    texts = type_text(held), type_text(expected)
    if texts[0] == texts[1]:
        return f"is {what} of type {texts[0]}, expected another type that is written the same"
    message = f"is {what} of type {texts[0]}, expected {texts[1]}"
    if len(fitting) > 1:
        message += f", of which exactly one variant has to take it: {' and '.join(fitting)} do"
    return message


def _fitting_variants(held: pb.LiteralType, expected: pb.LiteralType) -> list[str]:
    """The variants of a union that take a value, where it is none itself."""
    if expected.WhichOneof("type") != "union_type" or held.WhichOneof("type") == "union_type":
        return []
    return [type_text(variant) for variant in expected.union_type.variants if castable(held, variant)]


def _hint(
    place: Place, producer: pb.Node | None, held: pb.LiteralType, expected: pb.LiteralType, fitting: Sequence[str]
) -> str:
    if len(fitting) > 1:
        return f"Declare {type_text(held)} where it is taken, or the union where it comes from."
    of_map = _map_hint(place.taker.node) or _map_hint(producer)
    if of_map:
        return of_map
    if held.WhichOneof("type") == "union_type" and any(is_none(variant) for variant in held.union_type.variants):
        return f"Let a task return {type_text(expected)} where the value is not None."
    return ""


def _map_hint(node: pb.Node | None) -> str:
    """Rule: the interface of a map is that of what it runs, as it is registered."""
    if node is None or not node.HasField("array_node"):
        return ""
    if node.array_node.node.HasField("workflow_node"):
        return "Map over a task: of a launch plan, the server takes the interface as it is, without lists."
    return "Map over a task whose registered interface has lists, as map_task makes it."


def _origin(source: Source) -> str:
    return f"a part of {source.label}" if source.is_part else source.label


def _check_scalar(place: Place, scalar: pb.Scalar, expected: Type) -> bool:
    if expected is not None and _is_plain_scalar(scalar, expected):
        return True
    held = type_of_scalar(place, scalar)
    if held is None or expected is None:
        return held is not None
    fits = castable(held, expected)
    if not fits:
        fitting = _fitting_variants(held, expected)
        message = _unlike(scalar_text(scalar), held, expected, fitting)
        place.error(MISMATCHING_TYPES, message, _hint(place, None, held, expected, fitting))
    if expected.WhichOneof("type") == "enum_type":
        value = scalar.primitive.string_value
        if value not in expected.enum_type.values:
            fits = False
            message = f"is {scalar_text(scalar)}, expected a value of {type_text(expected)}"
            place.error(ILLEGAL_ENUM_VALUE, message)
    return fits


def _is_plain_scalar(scalar: pb.Scalar, expected: pb.LiteralType) -> bool:
    """Whether a primitive is of the very type that is expected, which needs no closer look."""
    kind = scalar.primitive.WhichOneof("value")
    return kind is not None and 0 < expected.simple == _PLAIN_SCALARS.get(kind)


def type_of_scalar(place: Place, scalar: pb.Scalar) -> Type:
    """The type of a value; None where it has none, which is reported."""
    held = scalar_type(scalar)
    if held is None:
        place.error(UNRECOGNIZED_VALUE, "is a value that does not say its type, expected one that does")
    return held


def kind_text(kind: str | None) -> str:
    """What is bound, where it is neither an output nor a single value."""
    return _KINDS.get(kind, "nothing")
