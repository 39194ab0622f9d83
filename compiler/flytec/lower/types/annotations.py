"""Annotations of literal types: flytekit's own, and the user's `FlyteAnnotation`."""

from typing import get_args

from flytec.authoring.types.markers import FlyteAnnotation
from flytec.ir import pb
from flytec.lower.literals.encoding import MESSAGEPACK
from flytec.lower.literals.kinds import PythonType, is_annotated, refused_type, type_label
from flytec.lower.literals.structs import to_struct

_CACHE_KEY_METADATA = "cache-key-metadata"


def packed_annotation() -> pb.TypeAnnotation:
    """Says that values travel as MessagePack, which is part of the cache key."""
    annotation = pb.TypeAnnotation()
    annotation.annotations.update({_CACHE_KEY_METADATA: {"serialization-format": MESSAGEPACK}})
    return annotation


def with_user_annotation(literal_type: pb.LiteralType, python_type: PythonType) -> pb.LiteralType:
    """`literal_type` with the data of the `FlyteAnnotation` in `python_type`, if there is one."""
    if not is_annotated(python_type):
        return literal_type
    metadata = get_args(python_type)[1:]
    found = [each.data for each in metadata if isinstance(each, FlyteAnnotation) and each.data is not None]
    if not found:
        return literal_type
    inner = type_label(get_args(python_type)[0])
    if len(found) > 1:
        raise refused_type(f"{inner} carries {len(found)} FlyteAnnotations, expected one", "merge them")
    if _CACHE_KEY_METADATA in found[0]:
        message = f"the FlyteAnnotation of {inner} has the key {_CACHE_KEY_METADATA!r}, which flytekit sets itself"
        raise refused_type(message, "use another key")
    annotated = pb.LiteralType()
    annotated.CopyFrom(literal_type)
    data = to_struct(found[0], f"the FlyteAnnotation of {inner}")
    # Where both have a key, flytekit's own wins.
    data.MergeFrom(literal_type.annotation.annotations)
    annotated.annotation.annotations.CopyFrom(data)
    return annotated
