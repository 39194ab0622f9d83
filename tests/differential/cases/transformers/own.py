"""Types of the user's own, by transformers that the module registers: blobs, primitives, structs, generics."""

import typing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Optional, TypeVar, Union

from flytekit import FlyteContext, map_task, task, workflow
from flytekit.core.type_engine import AsyncTypeTransformer, SimpleTransformer
from flytekit.extend import TypeEngine, TypeTransformer
from flytekit.models.core.types import BlobType
from flytekit.models.literals import (
    Blob,
    BlobMetadata,
    Literal,
    LiteralCollection,
    LiteralMap,
    Primitive,
    Scalar,
)
from flytekit.models.types import LiteralType, SimpleType, StructuredDatasetType, TypeStructure

T = TypeVar("T")


class Image:
    def __init__(self, uri: str) -> None:
        self.uri = uri


class Thumbnail(Image):
    """Found by the class that it derives from."""


class ImageTransformer(TypeTransformer[Image]):
    TYPE = BlobType(format="image", dimensionality=BlobType.BlobDimensionality.SINGLE)

    def __init__(self) -> None:
        super().__init__(name="image", t=Image)

    def get_literal_type(self, t: typing.Type[Image]) -> LiteralType:
        return LiteralType(blob=self.TYPE, metadata={"class": t.__name__})

    def to_literal(
        self, ctx: FlyteContext, python_val: Image, python_type: typing.Type[Image], expected: LiteralType
    ) -> Literal:
        assert expected.blob == self.TYPE
        return Literal(scalar=Scalar(blob=Blob(uri=python_val.uri, metadata=BlobMetadata(type=expected.blob))))

    def to_python_value(self, ctx: FlyteContext, lv: Literal, expected_python_type: typing.Type[Image]) -> Image:
        return Image(lv.scalar.blob.uri)


class Celsius(float):
    pass


class Span:
    def __init__(self, start: datetime, length: timedelta) -> None:
        self.start, self.length = start, length


class SpanTransformer(AsyncTypeTransformer[Span]):
    def __init__(self) -> None:
        super().__init__("span", Span, enable_type_assertions=False)

    def get_literal_type(self, t: typing.Type[Span]) -> LiteralType:
        return LiteralType(map_value_type=LiteralType(simple=SimpleType.DURATION), structure=TypeStructure(tag="span"))

    async def async_to_literal(self, ctx, python_val, python_type, expected) -> Literal:
        start = Literal(scalar=Scalar(primitive=Primitive(datetime=python_val.start)))
        length = Literal(scalar=Scalar(primitive=Primitive(duration=python_val.length)))
        return Literal(map=LiteralMap({"start": start, "length": length}), metadata={"unit": "s"})

    async def async_to_python_value(self, ctx, lv, expected_python_type):
        raise NotImplementedError


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value


class BoxTransformer(TypeTransformer[Box]):
    """Hands on what is inside to the engine."""

    def __init__(self) -> None:
        super().__init__("box", Box)

    def get_literal_type(self, t) -> LiteralType:
        (inner,) = typing.get_args(t) or (str,)
        return LiteralType(collection_type=TypeEngine.to_literal_type(inner))

    def to_literal(self, ctx, python_val, python_type, expected) -> Literal:
        (inner,) = typing.get_args(python_type)
        value = TypeEngine.to_literal(ctx, python_val.value, inner, expected.collection_type)
        return Literal(collection=LiteralCollection([value]))

    def to_python_value(self, ctx, lv, expected_python_type):
        return Box(None)


class Frame:
    pass


TypeEngine.register(ImageTransformer())
TypeEngine.register(
    SimpleTransformer(
        "celsius",
        Celsius,
        LiteralType(simple=SimpleType.FLOAT, metadata={"unit": "C"}),
        lambda value: Literal(scalar=Scalar(primitive=Primitive(float_value=float(value)))),
        lambda lv: Celsius(lv.scalar.primitive.float_value),
    )
)
TypeEngine.register(SpanTransformer())
TypeEngine.register(BoxTransformer())


class FrameTransformer(TypeTransformer[Frame]):
    def __init__(self) -> None:
        super().__init__("frame", Frame)

    def get_literal_type(self, t) -> LiteralType:
        columns = [StructuredDatasetType.DatasetColumn("a", LiteralType(simple=SimpleType.INTEGER))]
        return LiteralType(structured_dataset_type=StructuredDatasetType(columns=columns, format="frame"))

    def to_literal(self, ctx, python_val, python_type, expected) -> Literal:
        raise NotImplementedError

    def to_python_value(self, ctx, lv, expected_python_type):
        return Frame()


class Rows(Frame):
    pass


frames = FrameTransformer()
TypeEngine.register(frames, additional_types=[Rows])
TypeEngine.register_additional_type(frames, bytearray)
TypeEngine.register_additional_type(frames, str)  # is known: this changes nothing
TypeEngine.register_additional_type(frames, memoryview, override=True)


@dataclass
class Album:
    title: str
    pictures: Optional[list[str]] = None


@task
def crop(image: Image, at: Celsius = Celsius(3.5)) -> Image:
    return image


@task
def shrink(image: Thumbnail, span: Span) -> Optional[Thumbnail]:
    return None


@task
def boxes(a: Box[int], b: Box[list[str]], c: Union[Image, Box[int], int]) -> Box[Image]:
    return Box(Image(""))


@task
def rows(a: Frame, b: Rows, c: bytearray, d: dict[str, Image], e: list[Image], f: memoryview) -> Frame:
    return a


@task
def count(image: Image) -> int:
    return 1


@workflow
def flow(
    image: Image = Image("s3://bucket/a.png"),
    span: Span = Span(datetime(2024, 1, 1), timedelta(hours=1)),
    warm: Celsius = Celsius(20),
    box: Box[int] = Box(1),
    words: Box[list[str]] = Box(["x"]),
    either: Union[Image, int] = Image("s3://bucket/f.png"),
) -> Image:
    cropped = crop(image=image, at=warm)
    crop(image=Image("s3://bucket/b.png"), at=Celsius(-1.5))
    shrink(image=Thumbnail("s3://bucket/c.png"), span=span)
    boxes(a=box, b=words, c=Image("s3://bucket/d.png"))
    boxes(a=box, b=words, c=3)
    map_task(count)(image=[cropped, Image("s3://bucket/e.png")])
    return cropped
