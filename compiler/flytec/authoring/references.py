"""References: tasks, workflows and launch plans that are registered already, under an id that is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from flytec.authoring.calls import link_node
from flytec.authoring.entity import Entity, short_name
from flytec.authoring.interface import Interface, interface_of_function
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.models_identifier import Identifier, ResourceType
from flytec.authoring.node import Node, NodeMetadata
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.authoring.workflow import WorkflowBase
from flytec.codes import INVALID_CALL, INVALID_DECLARATION
from flytec.diagnostics import user_error
from flytec.records import dataclass


@dataclass
class Reference:
    """What an entity is registered under."""

    project: str
    domain: str
    name: str
    version: str
    resource_type: int = field(init=False, repr=False, compare=False, default=ResourceType.UNSPECIFIED)

    @property
    def id(self) -> Identifier:
        """The same as an identifier."""
        return Identifier(self.resource_type, self.project, self.domain, self.name, self.version)


@dataclass
class TaskReference(Reference):
    """What a task is registered under."""

    resource_type: int = field(init=False, repr=False, compare=False, default=ResourceType.TASK)


@dataclass
class WorkflowReference(Reference):
    """What a workflow is registered under."""

    resource_type: int = field(init=False, repr=False, compare=False, default=ResourceType.WORKFLOW)


@dataclass
class LaunchPlanReference(Reference):
    """What a launch plan is registered under."""

    resource_type: int = field(init=False, repr=False, compare=False, default=ResourceType.LAUNCH_PLAN)


class ReferenceEntity(Entity):
    """An entity that is registered already: its id is all that is emitted of it.

    Inputs have no defaults here, since flytekit asks for all of them.
    """

    is_declared = False

    def __init__(self, reference: Reference, inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> None:
        if not isinstance(reference, (TaskReference, WorkflowReference, LaunchPlanReference)):
            raise user_error(
                INVALID_DECLARATION,
                f"the reference is {reference!r}, expected a TaskReference, WorkflowReference or LaunchPlanReference",
                at=caller_location(),
            )
        self._reference = reference
        self._reference_interface = Interface(inputs, outputs)
        self.locate()

    @property
    def reference(self) -> Reference:
        """What the entity is registered under."""
        return self._reference

    @property
    def id(self) -> Identifier:
        """What the entity is registered under."""
        return self._reference.id

    @property
    def name(self) -> str:
        """The name that the entity is registered under."""
        return self._reference.name

    @property
    def python_interface(self) -> Interface:
        """Inputs and outputs, as the user says they are."""
        return self._reference_interface

    def construct_node_metadata(self) -> NodeMetadata:
        """A node that runs the entity has its name; everything else is not known here."""
        return NodeMetadata(name=short_name(self.name))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node that runs the entity."""
        names = list(self.python_interface.inputs)
        if len(args) > len(names):
            raise self._bad_call(f"{len(args)} positional inputs are given, expected at most {len(names)}")
        for name, value in zip(names, args, strict=False):
            if name in kwargs:
                raise self._bad_call(f"input {name!r} is given twice")
            kwargs[name] = value
        return link_node(self, kwargs)

    def _bad_call(self, message: str) -> Exception:
        return user_error(INVALID_CALL, f"{self.name}: {message}", at=caller_location())


class ReferenceTask(ReferenceEntity, PythonTask[None]):
    """A task that is registered already."""

    # It has no configuration that a node could override.
    _task_config = None

    def __init__(
        self,
        project: str,
        domain: str,
        name: str,
        version: str,
        inputs: Mapping[str, Any],
        outputs: Mapping[str, Any],
    ) -> None:
        super().__init__(TaskReference(project, domain, name, version), inputs, outputs)


class ReferenceWorkflow(ReferenceEntity, WorkflowBase):
    """A workflow that is registered already. Launch plans can start it; a node cannot run it as a sub-workflow."""

    def __init__(
        self,
        project: str,
        domain: str,
        name: str,
        version: str,
        inputs: Mapping[str, Any],
        outputs: Mapping[str, Any],
    ) -> None:
        super().__init__(WorkflowReference(project, domain, name, version), inputs, outputs)
        self.recorded_nodes: list[Node] = []
        self.recorded_outputs: dict[str, Any] = {}
        self.failure_node = None


class ReferenceLaunchPlan(ReferenceEntity, LaunchPlan):
    """A launch plan that is registered already."""

    def __init__(
        self,
        project: str,
        domain: str,
        name: str,
        version: str,
        inputs: Mapping[str, Any],
        outputs: Mapping[str, Any],
    ) -> None:
        super().__init__(LaunchPlanReference(project, domain, name, version), inputs, outputs)
        self.fixed_inputs: dict[str, Any] = {}
        self.saved_inputs: dict[str, Any] = {}


def reference_task(project: str, domain: str, name: str, version: str) -> Callable[[Callable[..., Any]], ReferenceTask]:
    """Declares the decorated function's signature to be that of a registered task; its body is never used.

    Raises:
        UserError: FTC203 for missing annotations.
    """

    def decorate(function: Callable[..., Any]) -> ReferenceTask:
        interface = interface_of_function(function, has_body=False)
        return ReferenceTask(project, domain, name, version, interface.inputs, interface.outputs)

    return decorate


def reference_workflow(
    project: str, domain: str, name: str, version: str
) -> Callable[[Callable[..., Any]], ReferenceWorkflow]:
    """Declares the decorated function's signature to be that of a registered workflow.

    Raises:
        UserError: FTC203 for missing annotations, FTC201 for a function that declares a result and returns none: of
            workflows, flytekit asks for a body.
    """

    def decorate(function: Callable[..., Any]) -> ReferenceWorkflow:
        interface = interface_of_function(function)
        return ReferenceWorkflow(project, domain, name, version, interface.inputs, interface.outputs)

    return decorate


def reference_launch_plan(
    project: str, domain: str, name: str, version: str
) -> Callable[[Callable[..., Any]], ReferenceLaunchPlan]:
    """Declares the decorated function's signature to be that of a registered launch plan; its body is never used.

    Raises:
        UserError: FTC203 for missing annotations.
    """

    def decorate(function: Callable[..., Any]) -> ReferenceLaunchPlan:
        interface = interface_of_function(function, has_body=False)
        return ReferenceLaunchPlan(project, domain, name, version, interface.inputs, interface.outputs)

    return decorate


def get_reference_entity(
    resource_type: int,
    project: str,
    domain: str,
    name: str,
    version: str,
    inputs: Mapping[str, Any],
    outputs: Mapping[str, Any],
) -> ReferenceTask | ReferenceWorkflow | ReferenceLaunchPlan:
    """The reference to a registered entity of the kind that `resource_type` numbers.

    Raises:
        UserError: FTC201 for a number that stands for no kind of entity.
    """
    match resource_type:
        case ResourceType.TASK:
            return ReferenceTask(project, domain, name, version, inputs, outputs)
        case ResourceType.WORKFLOW:
            return ReferenceWorkflow(project, domain, name, version, inputs, outputs)
        case ResourceType.LAUNCH_PLAN:
            return ReferenceLaunchPlan(project, domain, name, version, inputs, outputs)
        case _:
            raise user_error(
                INVALID_DECLARATION,
                f"the resource type of reference {name} is {resource_type!r}, expected TASK, WORKFLOW or LAUNCH_PLAN "
                "of flytekit.models.core.identifier.ResourceType",
                at=caller_location(),
            )
