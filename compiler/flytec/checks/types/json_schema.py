"""The cast between two dataclasses, whose types carry JSON schemas.

Rule: flytepropeller's `isSameTypeInJSON` and `isSuperTypeInJSON`: equal schemas, or an upstream with all that the
downstream has. Libraries with ways of their own judge the second; where those are not known, the answer is UNKNOWN.
"""

from collections.abc import Mapping
from typing import Any

from flytec.checks.types.cast import Cast, all_of
from flytec.ir import pb
from flytec.ir.plain import to_plain

_DRAFTS = tuple(f"http://json-schema.org/{draft}schema" for draft in ("draft-04/", "draft-06/", "draft-07/", ""))
# Keywords that are names and notes, or that the comparison does not have: they differ as they like.
_IDLE = frozenset(
    ("$schema", "$comment", "title", "description", "default", "examples", "additionalProperties", "additionalItems")
)
_JUDGED = frozenset(("type", "properties", "required"))


def schemas_cast(upstream: pb.Struct, downstream: pb.Struct) -> Cast:
    """Whether a value of the upstream's schema is one of the downstream's."""
    if upstream == downstream:
        return Cast.YES
    try:
        held, wanted = to_plain(upstream), to_plain(downstream)
    except ValueError:
        return Cast.UNKNOWN
    if held == wanted:
        return Cast.YES
    if not (_is_known_draft(held) and _is_known_draft(wanted)):
        return Cast.NO
    return _fits(held, wanted)


def _is_known_draft(schema: Mapping[str, Any]) -> bool:
    """Whether the server's library reads the schema; it takes one without `$schema` for draft 7."""
    name = schema.get("$schema", _DRAFTS[0])
    return isinstance(name, str) and name.removesuffix("#") in _DRAFTS


def _fits(held: Any, wanted: Any) -> Cast:
    """Whether the schema `held` has all that `wanted` has."""
    if held == wanted:
        return Cast.YES
    if not isinstance(held, dict) or not isinstance(wanted, dict):
        return Cast.UNKNOWN
    return all_of((_same_type(held, wanted), _has_properties(held, wanted), _rest(held, wanted)))


def _same_type(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> Cast:
    types = held.get("type"), wanted.get("type")
    if types[0] == types[1]:
        return Cast.YES
    return Cast.NO if all(isinstance(one, str) for one in types) else Cast.UNKNOWN


def _has_properties(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> Cast:
    has, needs = held.get("properties", {}), wanted.get("properties", {})
    if not isinstance(has, dict) or not isinstance(needs, dict):
        return Cast.UNKNOWN
    return all_of(_fits(has[name], needs[name]) if name in has else Cast.NO for name in needs)


def _rest(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> Cast:
    """What else the schemas say: it may be judged, in ways that are not known."""
    if not _names(wanted) <= _names(held):
        return Cast.UNKNOWN
    others = (held.keys() | wanted.keys()) - _IDLE - _JUDGED
    return Cast.YES if all(held.get(key) == wanted.get(key) for key in others) else Cast.UNKNOWN


def _names(schema: Mapping[str, Any]) -> frozenset[str]:
    """The properties that have to be there; a list of anything else than names is one odd name."""
    required = schema.get("required", [])
    if not isinstance(required, list) or not all(isinstance(name, str) for name in required):
        return frozenset((repr(required),))
    return frozenset(required)
