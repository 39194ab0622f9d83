"""The state of lowering one compilation: settings, types, and what has been lowered so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from flytec.authoring.entity import Entity
from flytec.authoring.launch_options import Options
from flytec.authoring.node import NodeMetadata
from flytec.authoring.recorder import Recorder
from flytec.authoring.source import is_own_fault, user_failure
from flytec.codes import BODY_FAILED, INVALID_DECLARATION, Code
from flytec.diagnostics import Diagnostic, FlytecError, InternalError, Location, Severity, UserError
from flytec.ir import pb
from flytec.ir.program import EntityMessage, Kind, Unit
from flytec.lower.planted import refuse_placeholders
from flytec.lower.types import Types
from flytec.lower.types.known import known_to
from flytec.settings.serialization import SerializationSettings

if TYPE_CHECKING:
    from flytec.authoring.workflow import WorkflowBase

M = TypeVar("M", bound=EntityMessage)
OnUnit: TypeAlias = Callable[[Unit], None]


class Lowering:
    """Lowers each entity once and keeps the units in the order in which they were finished.

    An entity's dependencies are lowered before it is finished, so the order is the order of registration. An entity
    that failed fails again in the same words for whatever depends on it.

    `on_unit` is told each unit when it is finished; what is brought up to date at the end may take its place.
    `workflows` are those that are lowered, with their messages. `shared_metadata` is metadata that several nodes share,
    each with a copy of what was lowered.
    `plain_nodes` are what nodes of one task have in common that override nothing of it, by the identity of the task:
    values of the metadata, and message.
    `places` says where the calls in a workflow's body are, by node id, by the identity of the workflow.
    `nodes` are the messages of the nodes that are lowered, by the identity of the node; `nodes_under_way` the
    identities of those that are being lowered.
    """

    def __init__(
        self,
        recorder: Recorder,
        settings: SerializationSettings,
        options: Options,
        target_version: str,
        on_unit: OnUnit | None = None,
    ) -> None:
        self.recorder = recorder
        self.settings = settings
        self.options = options
        self.target_version = target_version
        self.on_unit = on_unit
        self.warnings: list[Diagnostic] = []
        self.types = Types(self._warn, recorder.transformers, known_to(recorder))
        self._place: Location | None = None
        self._units: dict[int, Unit] = {}
        self._failures: dict[int, FlytecError] = {}
        self._under_way: set[int] = set()
        self.workflows: list[tuple[WorkflowBase, pb.WorkflowSpec]] = []
        self.shared_metadata: list[tuple[NodeMetadata, NodeMetadata]] = []
        self.plain_nodes: dict[int, tuple[tuple[object, ...], pb.Node]] = {}
        self.places: dict[int, Mapping[str, Location]] = {}
        self.nodes: dict[int, pb.Node] = {}
        self.nodes_under_way: set[int] = set()

    @property
    def units(self) -> Mapping[int, Unit]:
        """What has been lowered, in order, by the identity of the entity."""
        return self._units

    def once(self, entity: Entity, kind: Kind, lower: Callable[[], M]) -> M:
        """The message of `entity`: from the first time, or made by `lower` now."""
        key = id(entity)
        if key in self._units:
            return self._units[key].message  # type: ignore[return-value]
        if key in self._failures:
            raise self._failures[key]
        if key in self._under_way:
            raise self._fail(BODY_FAILED, f"{entity.name} contains itself", entity.location)
        self._under_way.add(key)
        outer, self._place = self._place, entity.location
        try:
            if self.recorder.has_placeholders:
                refuse_placeholders(entity)
            message = lower()
        except FlytecError as error:
            self._failures[key] = error
            raise
        except UnicodeEncodeError as error:  # strings of Python may hold halves of surrogate pairs
            said = f"{entity.name} has the text {error.object!r}, expected one that UTF-8 can encode"
            self._failures[key] = self._fail(INVALID_DECLARATION, said, entity.location)
            raise self._failures[key] from error
        finally:
            self._place = outer
            self._under_way.discard(key)
        places = self.places.get(key, {})
        unit = self._units[key] = Unit(kind=kind, message=message, origin=entity.location, places=places)
        if self.on_unit is not None:
            self.on_unit(unit)
        return message

    def renew(self) -> None:
        """Has units forget the form in which somebody wanted their messages before these were brought up to date."""
        self._units = {key: replace(unit) for key, unit in self._units.items()}

    def fill_identifier(self, target: pb.Identifier, kind: Kind, name: str) -> None:
        """The identifier of an entity of this compilation: project, domain and version are the settings'."""
        settings = self.settings
        target.resource_type = int(kind)  # type: ignore[assignment]
        target.name = name
        if settings.project is not None:
            target.project = settings.project
        if settings.domain is not None:
            target.domain = settings.domain
        if settings.version is not None:
            target.version = settings.version

    def _warn(self, code: Code, message: str, hint: str) -> None:
        self.warnings.append(
            Diagnostic(code=code, message=message, hint=hint, severity=Severity.WARNING, location=self._place)
        )

    @staticmethod
    def _fail(code: Code, message: str, at: Location | None) -> UserError:
        return UserError(Diagnostic(code=code, message=message, location=at))


class user_code:  # noqa: N801 - a context manager: a generator would take longer than most of what is run in it
    """Turns what the user's own code raises into findings at the line that raised it; `what` names the code.

    Raises:
        UserError: FTC207.
        InternalError: where flytec's own code raised.
    """

    __slots__ = ("_hint", "_what")

    def __init__(self, what: str, hint: str = "") -> None:
        self._what, self._hint = what, hint

    def __enter__(self) -> None:
        """Nothing is set up."""

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _traceback: object) -> None:
        """Raises what is made of the exception."""
        if not isinstance(error, Exception) or isinstance(error, FlytecError):
            return
        location, frames = user_failure(error)
        if is_own_fault(error):
            raise InternalError(f"running {self._what} failed: {type(error).__name__}: {error}", location) from error
        message = f"{self._what} raises {type(error).__name__}: {error}"
        raise UserError(
            Diagnostic(code=BODY_FAILED, message=message, location=location, hint=self._hint, frames=frames)
        ) from error


def described(error: UserError, subject: str, at: Location | None) -> UserError:
    """`error` with `subject` in front of its messages and `at` as the place of those that have none."""
    return UserError(
        *(
            Diagnostic(
                code=row.code,
                message=f"{subject}: {row.message}",
                severity=row.severity,
                location=row.location or at,
                hint=row.hint,
                notes=row.notes,
                frames=row.frames,
            )
            for row in error.findings
        )
    )
