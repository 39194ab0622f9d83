"""Encoders and decoders of dataframes: they make a Python type one that travels as a structured dataset.

What they do is for running tasks; that they are registered says which types they are for.
"""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeAlias, TypeVar

from flytec.authoring.built_in_transformers import StructuredDatasetTransformer
from flytec.authoring.recorder import current_recorder
from flytec.authoring.source import caller_location
from flytec.authoring.type_engine import TypeEngine
from flytec.authoring.types.running import only_while_running
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

T = TypeVar("T")


class DuplicateHandlerError(ValueError):
    """flytekit's exception for a second handler of one type, protocol and format."""

    __module__ = "flytekit.types.structured.structured_dataset"


class _Handler(Generic[T]):
    def __init__(self, python_type: Any, protocol: str | None = None, supported_format: str | None = None) -> None:
        self._python_type = python_type
        self._protocol = protocol.replace("://", "") if protocol else None
        self._supported_format = supported_format or ""

    @property
    def python_type(self) -> Any:
        """The dataframe's class."""
        return self._python_type

    @property
    def protocol(self) -> str | None:
        """The storage that it writes to or reads from, None for all."""
        return self._protocol

    @property
    def supported_format(self) -> str:
        """The format that it writes or reads, empty for any."""
        return self._supported_format


class StructuredDatasetEncoder(_Handler[T]):
    """Writes a dataframe."""

    __module__ = "flytekit.types.structured.structured_dataset"

    def encode(self, ctx: Any, structured_dataset: Any, structured_dataset_type: Any) -> Any:
        """The user's to write."""
        raise NotImplementedError


class StructuredDatasetDecoder(_Handler[T]):
    """Reads a dataframe."""

    __module__ = "flytekit.types.structured.structured_dataset"

    def decode(self, ctx: Any, flyte_value: Any, current_task_metadata: Any) -> Any:
        """The user's to write."""
        raise NotImplementedError


Handlers: TypeAlias = StructuredDatasetEncoder[Any] | StructuredDatasetDecoder[Any]


class _DatasetEngine(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def unavailable(*_: Any, **__: Any) -> NoReturn:
            raise only_while_running(f"StructuredDatasetTransformerEngine.{name}()")

        return unavailable


class StructuredDatasetTransformerEngine(StructuredDatasetTransformer, metaclass=_DatasetEngine):
    """Where handlers are registered."""

    __module__ = "flytekit.types.structured.structured_dataset"

    @classmethod
    def register(
        cls,
        h: Handlers,
        default_for_type: bool = False,
        override: bool = False,
        default_format_for_type: bool = False,  # noqa: ARG003  these two are for the running task
        default_storage_for_type: bool = False,  # noqa: ARG003
    ) -> None:
        """Makes the handler's type travel as a structured dataset.

        Raises: FTC201 for what is no handler, for a default of all storages, and for a second handler of one type,
        storage and format.
        """
        if not isinstance(h, StructuredDatasetEncoder | StructuredDatasetDecoder):
            text = f"a handler is a {type(h).__name__}, expected a StructuredDatasetEncoder or StructuredDatasetDecoder"
            raise user_error(
                INVALID_DECLARATION, text, at=caller_location(), hint="register an instance of one of them"
            )
        if h.protocol is None and default_for_type:
            text = f"{type(h).__name__} is for all storages and the default of its type, expected one storage"
            raise user_error(INVALID_DECLARATION, text, at=caller_location(), hint="leave default_for_type out")
        known = current_recorder().dataset_handlers
        kind = "encoder" if isinstance(h, StructuredDatasetEncoder) else "decoder"
        key = (kind, h.python_type, h.protocol, h.supported_format)
        if h.protocol is not None and key in known and not override:
            text = f"{type(h).__name__} is a second {kind} of {h.python_type.__qualname__} for {h.protocol}"
            hint = "pass override=True, or register one of them"
            raise user_error(INVALID_DECLARATION, text, at=caller_location(), hint=hint)
        known.add(key)
        TypeEngine.register_additional_type(cls(), h.python_type, override=True)

    @classmethod
    def register_renderer(cls, python_type: Any, renderer: Any) -> None:
        """Nothing: decks are for running tasks."""
