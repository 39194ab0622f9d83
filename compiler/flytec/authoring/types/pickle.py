"""`FlytePickle`: what travels as a pickle, by its own name."""

from typing import Any, Generic, TypeVar

from flytec.authoring.types.running import only_while_running

T = TypeVar("T")


class FlytePickle(Generic[T]):
    """A value that travels as a pickle."""

    __module__ = "flytekit.types.pickle.pickle"

    @classmethod
    def python_type(cls) -> type:
        """The type of the value, `NoneType` where it is not given."""
        return type(None)

    @classmethod
    def __class_getitem__(cls, python_type: Any) -> Any:
        if python_type is None:
            return cls

        class _SpecificFormatClass(FlytePickle):  # type: ignore[type-arg]
            __module__ = "flytekit.types.pickle.pickle"
            __origin__ = FlytePickle

            @classmethod
            def python_type(cls) -> type:
                return python_type  # type: ignore[no-any-return]

        return _SpecificFormatClass

    @classmethod
    async def to_pickle(cls, ctx: Any, python_val: Any) -> str:  # noqa: ARG003
        """Uploads a value; only while running."""
        raise only_while_running("FlytePickle.to_pickle()")

    @classmethod
    async def from_pickle(cls, uri: str) -> Any:  # noqa: ARG003
        """Downloads a value; only while running."""
        raise only_while_running("FlytePickle.from_pickle()")
