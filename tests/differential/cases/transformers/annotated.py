"""A transformer in the annotation, transformers built on flytekit's own, and models of types by themselves."""

from dataclasses import dataclass
from typing import Annotated, Optional

from flytekit import task, workflow
from flytekit.core.type_engine import (
    DataclassTransformer,
    DictTransformer,
    ListTransformer,
    TypeEngine,
    TypeTransformer,
    UnionTransformer,
)
from flytekit.models.annotation import TypeAnnotation
from flytekit.models.core.types import BlobType, EnumType
from flytekit.models.literals import Binary, Literal, Primitive, Scalar, Union, Void
from flytekit.models.types import LiteralType, SchemaType, SimpleType, UnionType

ONE = Literal(scalar=Scalar(primitive=Primitive(integer=1)))
assert ONE.scalar.primitive.value == 1 == ONE.value.value.integer
assert LiteralType(simple=SimpleType.INTEGER) == LiteralType(simple=3 - 2)
assert ListTransformer.get_sub_type(list[int]) is int
assert UnionTransformer.is_optional_type(Optional[int])
assert DictTransformer.extract_types(dict[str, int]) == (str, int)


class Hex(TypeTransformer[int]):
    def __init__(self) -> None:
        super().__init__("hex", int)

    def get_literal_type(self, t) -> LiteralType:
        return LiteralType(simple=SimpleType.STRING, annotation=TypeAnnotation({"base": 16}))

    def to_literal(self, ctx, python_val, python_type, expected) -> Literal:
        return Literal(scalar=Scalar(primitive=Primitive(string_value=f"{python_val:x}")), hash="h")

    def to_python_value(self, ctx, lv, expected_python_type):
        return int(lv.scalar.primitive.string_value, 16)


class Level:
    pass


class LevelTransformer(TypeTransformer[Level]):
    def __init__(self) -> None:
        super().__init__("level", Level)

    def get_literal_type(self, t) -> LiteralType:
        return LiteralType(enum_type=EnumType(["low", "high"]))

    def to_literal(self, ctx, python_val, python_type, expected) -> Literal:
        assert expected.enum_type.values[0] == "low"
        return Literal(scalar=Scalar(primitive=Primitive(string_value="low")))

    def to_python_value(self, ctx, lv, expected_python_type):
        return Level()


class Anything:
    pass


class AnythingTransformer(TypeTransformer[Anything]):
    def __init__(self) -> None:
        super().__init__("anything", Anything)

    def get_literal_type(self, t) -> LiteralType:
        columns = [SchemaType.SchemaColumn("c", SchemaType.SchemaColumn.SchemaColumnType.FLOAT)]
        variants = [
            LiteralType(simple=SimpleType.NONE),
            LiteralType(schema=SchemaType(columns=columns)),
            LiteralType(blob=BlobType("x", BlobType.BlobDimensionality.MULTIPART)),
            LiteralType(simple=SimpleType.BINARY),
        ]
        return LiteralType(union_type=UnionType(variants))

    def to_literal(self, ctx, python_val, python_type, expected) -> Literal:
        variants = expected.union_type.variants
        inner = Literal(scalar=Scalar(binary=Binary(b"\x00", "tag")))
        if python_val is None:
            inner = Literal(scalar=Scalar(none_type=Void()))
        return Literal(scalar=Scalar(union=Union(value=inner, stored_type=variants[-1])))

    def to_python_value(self, ctx, lv, expected_python_type):
        return Anything()


@dataclass
class Versioned:
    name: str
    version: int = 1


class VersionedTransformer(DataclassTransformer):
    """Says more than flytekit's own says."""

    def __init__(self) -> None:
        super().__init__()
        self._name = "versioned"
        self._t = Versioned

    def get_literal_type(self, t) -> LiteralType:
        literal_type = super().get_literal_type(t)
        return LiteralType(simple=literal_type.simple, metadata=literal_type.metadata, structure=literal_type.structure)


TypeEngine.register(LevelTransformer())
TypeEngine.register(AnythingTransformer())
TypeEngine.register(VersionedTransformer())


@task
def paint(colour: Annotated[int, Hex()], level: Level, rest: Anything) -> Annotated[int, Hex()]:
    return colour


@task
def load(what: Versioned, maybe: Optional[Versioned] = None) -> Versioned:
    return what


@workflow
def flow(colour: Annotated[int, Hex()] = 255, level: Level = Level()) -> Versioned:
    paint(colour=colour, level=level, rest=Anything())
    paint(colour=16, level=Level(), rest=Anything())
    return load(what=Versioned("a"))
