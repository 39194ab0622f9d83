from typing import Generic, TypeVar

T = TypeVar("T")


class DataFrame(Generic[T]):
    __module__ = "pandera.typing.pandas"


class Series(Generic[T]):
    __module__ = "pandera.typing.pandas"
