"""Whether a value of one type can go where another is expected.

Rule: flytepropeller's `AreTypesCastable`, `pkg/compiler/validators/typing.go`.
"""

from typing import TypeAlias

from flytec.checks.types.cast import Cast, all_of, any_of, cast_of, exactly_one_of
from flytec.checks.types.columns import dataset_cast, schema_cast
from flytec.checks.types.json_schema import schemas_cast
from flytec.ir import pb

NONE = pb.SimpleType.Value("NONE")
_STRING = pb.SimpleType.Value("STRING")
_STRUCT = pb.SimpleType.Value("STRUCT")

# The answers for the variants of unions, each with the two messages, which keeps their identities taken.
_Memo: TypeAlias = dict[tuple[int, int], tuple[Cast, pb.LiteralType, pb.LiteralType]]


def castable(upstream: pb.LiteralType, downstream: pb.LiteralType) -> bool:
    """Whether the server casts `upstream` to `downstream`; true too where that is not known.

    Both may be any message, with no type set as well.
    """
    return cast(upstream, downstream) is not Cast.NO


def cast(upstream: pb.LiteralType, downstream: pb.LiteralType) -> Cast:
    """As `castable`, and UNKNOWN where only the server can tell: for two dataclasses of different JSON schemas."""
    return _castable(upstream, downstream, {})


def is_none(of: pb.LiteralType) -> bool:
    """Whether the type is that of None."""
    return of.WhichOneof("type") == "simple" and of.simple == NONE


def _castable(upstream: pb.LiteralType, downstream: pb.LiteralType, memo: _Memo) -> Cast:
    """As `_casts`, but a union of one variant counts as that variant too."""
    if upstream.WhichOneof("type") != "union_type":
        return _casts(upstream, downstream, memo)
    key = (id(upstream), id(downstream))
    held = memo.get(key)
    if held is None:
        variants = upstream.union_type.variants
        alone = _casts(variants[0], downstream, memo) if len(variants) == 1 else Cast.NO
        result = alone if alone is Cast.YES else any_of((alone, _casts(upstream, downstream, memo)))
        held = memo[key] = (result, upstream, downstream)
    return held[0]


def _casts(upstream: pb.LiteralType, downstream: pb.LiteralType, memo: _Memo) -> Cast:
    source = upstream.WhichOneof("type")
    match downstream.WhichOneof("type"):
        case "collection_type" if source == "collection_type":
            return _element(upstream.collection_type, downstream.collection_type, memo)
        case "map_value_type" if source == "map_value_type":
            return _element(upstream.map_value_type, downstream.map_value_type, memo)
        case "collection_type" | "map_value_type":
            return Cast.NO
        case "blob":
            formats = upstream.blob.format, downstream.blob.format
            return cast_of(source == "blob" and (formats[0] == formats[1] or "" in formats))
        case "schema":
            return schema_cast(upstream, downstream.schema)
        case "structured_dataset_type":
            if is_none(upstream):
                return Cast.YES
            return dataset_cast(
                upstream, downstream.structured_dataset_type, lambda one, other: _casts(one, other, memo)
            )
        case "union_type":
            return _union(upstream, downstream, memo)
        case "simple" if downstream.simple == NONE:
            return cast_of(is_none(upstream))
        case target:
            return _plain(upstream, source, downstream, target)


def _element(upstream: pb.LiteralType, downstream: pb.LiteralType, memo: _Memo) -> Cast:
    return Cast.YES if is_none(upstream) else _casts(upstream, downstream, memo)


def _union(upstream: pb.LiteralType, downstream: pb.LiteralType, memo: _Memo) -> Cast:
    variants = list(downstream.union_type.variants)
    if upstream.WhichOneof("type") == "union_type":
        return all_of(
            any_of(_castable(held, variant, memo) for variant in variants) for held in upstream.union_type.variants
        )
    return exactly_one_of(_castable(upstream, variant, memo) for variant in variants)


def _plain(upstream: pb.LiteralType, source: str | None, downstream: pb.LiteralType, target: str | None) -> Cast:
    """Simple types, enums, and types that are not set."""
    if source == "enum_type" and target == "simple" and downstream.simple == _STRING:
        return Cast.YES
    if target == "enum_type" and source == "simple" and upstream.simple == _STRING:
        return Cast.YES
    tag = upstream.structure.tag
    if (tag and downstream.structure.tag != tag) or source != target:
        return Cast.NO
    if target == "enum_type":
        return cast_of(upstream.enum_type == downstream.enum_type)
    if target is None:
        return Cast.YES
    if upstream.simple != downstream.simple:
        return Cast.NO
    if upstream.simple == _STRUCT and upstream.HasField("metadata") and downstream.HasField("metadata"):
        return schemas_cast(upstream.metadata, downstream.metadata)
    return Cast.YES
