"""Tasks: the base classes that every kind of task is made of."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from flytec.authoring.calls import call_entity
from flytec.authoring.documentation import Documentation, Documented
from flytec.authoring.entity import Entity, lacking, short_name
from flytec.authoring.interface import Interface
from flytec.authoring.naming import EntityName
from flytec.authoring.node import NodeMetadata, as_timeout
from flytec.authoring.recorder import current_recorder
from flytec.authoring.security import SecurityContext
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Location, UserError, user_error
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

T = TypeVar("T")


class DeckField(str, Enum):
    """The parts of a task's deck."""

    INPUT = "Input"
    OUTPUT = "Output"
    SOURCE_CODE = "Source Code"
    TIMELINE = "Timeline"
    DEPENDENCIES = "Dependencies"


@dataclass
class TaskMetadata:
    """`flyteidl.core.TaskMetadata`; `timeout` may be whole seconds.

    Raises:
        UserError: FTC201 for cache settings without a cache, and for a cache without a version.
    """

    cache: bool = False
    cache_serialize: bool = False
    cache_version: str = ""
    cache_ignore_input_vars: tuple[str, ...] = ()
    interruptible: bool | None = None
    deprecated: str = ""
    retries: int = 0
    timeout: Any = None
    pod_template_name: str | None = None
    generates_deck: bool = False
    is_eager: bool = False
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None

    def __post_init__(self) -> None:
        # Messages take None for what is not set.
        self.cache, self.retries, self.deprecated = self.cache or False, self.retries or 0, self.deprecated or ""
        if self.timeout:
            self.timeout = as_timeout(self.timeout)
        if self.cache and not self.cache_version:
            raise _invalid("caching is on but has no version", 'pass cache=Cache(version="1") or cache_version="1"')
        if not self.cache:
            for name in ("cache_serialize", "cache_ignore_input_vars"):
                if getattr(self, name):
                    raise _invalid(f"{name} is set but caching is off", "pass cache=True, or drop it")


@lacking(
    "compile dispatch_execute execute get_input_types get_type_for_input_var get_type_for_output_var "
    "interface local_execute local_execution_mode pre_execute sandbox_execute"
)
class Task(Documented, Entity):
    """What `flyteidl.core.TaskTemplate` holds of any task, whatever runs it.

    The `get_*` methods give the parts that depend on the kind of task; subclasses override them, and lowering calls
    them with the serialization settings.
    """

    def __init__(
        self,
        task_type: str,
        name: str,
        interface: Interface | None = None,
        metadata: TaskMetadata | None = None,
        task_type_version: int = 0,
        security_ctx: SecurityContext | None = None,
        docs: Documentation | None = None,
        location: Location | None = None,
        **_: Any,
    ) -> None:
        """Keyword arguments that no class knows are dropped, as flytekit does."""
        self._task_type = task_type
        self._name = name
        # flytekit cannot serialize a task without an interface, but makes nodes of it as if it had an empty one.
        self.has_interface = interface is not None
        self._interface = interface or Interface()
        self._metadata = metadata or TaskMetadata()
        self._task_type_version = task_type_version
        self._security_ctx = security_ctx
        self._document(docs, None)
        super().__init__(location=location)

    @property
    def name(self) -> str:
        """The name that the task is registered under."""
        return self._name

    @property
    def task_type(self) -> str:
        """The name of the backend plug-in that runs the task."""
        return self._task_type

    @property
    def task_type_version(self) -> int:
        """The version of what the plug-in reads."""
        return self._task_type_version

    @property
    def metadata(self) -> TaskMetadata:
        """Caching, retries, timeout and the like."""
        return self._metadata

    @property
    def python_interface(self) -> Interface:
        """Inputs and outputs."""
        return self._interface

    @property
    def security_context(self) -> SecurityContext | None:
        """The secrets that the task asks for."""
        return self._security_ctx

    def place(self) -> EntityName:
        """The module and variable that hold the task."""
        return current_recorder().names.of_instance(self, self.instantiated_in)

    def get_container(self, settings: SerializationSettings) -> Any:  # noqa: ARG002
        """The container that runs the task, `None` where none does."""
        return None

    def get_k8s_pod(self, settings: SerializationSettings) -> Any:  # noqa: ARG002
        """The pod that runs the task, `None` where none does."""
        return None

    def get_sql(self, settings: SerializationSettings) -> Any:  # noqa: ARG002
        """The SQL statement that the task is, `None` where it is none."""
        return None

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """What the plug-in reads of the task, as JSON data."""
        return None

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str] | None:  # noqa: ARG002
        """Plain settings for the plug-in."""
        return None

    def get_extended_resources(self, settings: SerializationSettings) -> Any:  # noqa: ARG002
        """Accelerator and shared memory."""
        return None

    def construct_node_metadata(self) -> NodeMetadata:
        """A node that runs the task takes its timeout, retries and interruptibility from it."""
        metadata = self.metadata
        timeout = metadata.timeout
        return NodeMetadata(
            short_name(self.name),
            timeout if isinstance(timeout, datetime.timedelta) else None,
            metadata.retries,
            metadata.interruptible,
        )

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node that runs the task; see `call_entity`."""
        return call_entity(self, args, kwargs)


@lacking("find_lhs lhs post_execute")
class PythonTask(Task, Generic[T]):
    """A task with a Python interface: the base of user-written kinds of tasks."""

    def __init__(
        self,
        task_type: str,
        name: str,
        task_config: T | None = None,
        interface: Interface | None = None,
        environment: dict[str, str] | None = None,
        disable_deck: bool | None = None,
        enable_deck: bool | None = None,
        deck_fields: tuple[DeckField, ...] | None = tuple(DeckField),
        **kwargs: Any,
    ) -> None:
        if disable_deck is not None and enable_deck is not None:
            raise _invalid("disable_deck and enable_deck are both set", "keep enable_deck")
        self._environment = environment or {}
        self._task_config = task_config
        self.enable_deck = bool(enable_deck) if disable_deck is None else not disable_deck
        self.deck_fields = list(deck_fields or ()) if self.enable_deck else []
        for deck in self.deck_fields:
            if deck not in tuple(DeckField):
                raise _invalid(f"deck_fields has {deck!r}", f"use members of DeckField: {', '.join(DeckField)}")
        super().__init__(task_type, name, interface, **kwargs)
        self._document(self._given_docs, self.python_interface.docstring)

    @property
    def environment(self) -> dict[str, str]:
        """Environment variables of the container."""
        return self._environment

    @property
    def task_config(self) -> T | None:
        """What configures the plug-in."""
        return self._task_config

    @property
    def disable_deck(self) -> bool:
        """Whether the task writes no deck."""
        return not self.enable_deck


def _invalid(message: str, hint: str = "") -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location(), hint=hint)
