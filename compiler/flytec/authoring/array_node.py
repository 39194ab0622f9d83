"""Arrays of launch plans and reference tasks: one node that runs its target once an item of its list inputs."""

from __future__ import annotations

import typing
from collections.abc import Collection
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from flytec.authoring.calls import call_entity, node_inputs
from flytec.authoring.entity import shown
from flytec.authoring.interface import Interface
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.node import Node, NodeMetadata
from flytec.authoring.references import ReferenceEntity, ReferenceTask
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_CALL, INVALID_DECLARATION
from flytec.diagnostics import Location, UserError, user_error

if TYPE_CHECKING:
    from flytec.authoring.entity import Callee

# flytekit's own choice: a failure handler's input `List[int]` equals that of a workflow, `list[int]` does not.
_LIST: Any = typing.List  # noqa: UP006
_OPTIONAL: Any = typing.Optional
_WHOLE_NUMBERS = range(2**32)


class ExecutionMode(IntEnum):
    """`flyteidl.core.ArrayNode.ExecutionMode`: how much state propeller keeps of each sub-node."""

    MINIMAL_STATE = 0
    FULL_STATE = 1


class DataMode(IntEnum):
    """`flyteidl.core.ArrayNode.DataMode`: how the sub-nodes get their inputs."""

    SINGLE_INPUT_FILE = 0
    INDIVIDUAL_INPUT_FILES = 1


class ArrayNode:
    """What a node runs that maps over `target`; inputs and outputs are lists of the target's.

    The node below it binds the inputs of the first call, whichever call it is lowered for, as in flytekit.
    """

    def __init__(
        self,
        target: LaunchPlan | ReferenceTask,
        bindings: Any = None,
        concurrency: int | None = None,
        min_successes: int | None = None,
        min_success_ratio: float | None = None,
        metadata: NodeMetadata | None = None,
        run_all_sub_nodes: bool = False,
    ) -> None:
        self.location: Location | None = caller_location()
        refuse_wrong_limits(target.name, concurrency, min_successes, min_success_ratio, run_all_sub_nodes)
        if bindings:
            raise invalid_mapping(target.name, "bindings are given, which calls make", "drop them")
        refuse_several_outputs(target)
        self.target = target
        is_plan = isinstance(target, LaunchPlan)
        self.execution_mode = ExecutionMode.FULL_STATE if is_plan else ExecutionMode.MINIMAL_STATE
        self.data_mode = DataMode.SINGLE_INPUT_FILE if is_plan else DataMode.INDIVIDUAL_INPUT_FILES
        self.concurrency = concurrency
        self.min_successes = min_successes
        self.min_success_ratio = None if min_successes is not None else 1.0
        if min_successes is None and min_success_ratio is not None:
            self.min_success_ratio = min_success_ratio
        self.run_all_sub_nodes = run_all_sub_nodes
        self.metadata = metadata
        self.sub_node: Node | None = None
        self._python_interface = list_interface(
            target.python_interface,
            excluded=() if isinstance(target, ReferenceEntity) else target.fixed_inputs,
            optional_outputs=min_success_ratio not in (None, 1),
        )

    @property
    def name(self) -> str:
        """The target's name."""
        return self.target.name

    @property
    def python_interface(self) -> Interface:
        """Lists of the target's inputs, without fixed ones, and of its outputs."""
        return self._python_interface

    def construct_node_metadata(self) -> NodeMetadata:
        """A node that runs the array has the target's full name."""
        return self.metadata or NodeMetadata(name=self.name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node that maps over the target.

        Raises:
            UserError: FTC202 for positional inputs, and for inputs that do not fit; FTC209 outside of a workflow body.
        """
        if self.sub_node is None or not self.sub_node._inputs:
            if args:
                raise user_error(
                    INVALID_CALL,
                    f"mapping over {self.name}: {len(args)} positional inputs are given, expected inputs by name only",
                    at=caller_location(),
                )
            inputs = node_inputs(self, self.python_interface, dict(kwargs))
            self.sub_node = self._sub_node(inputs)
        return call_entity(self, args, kwargs)

    def _sub_node(self, inputs: dict[str, Any]) -> Node:
        node = Node(
            id=self.name,
            metadata=NodeMetadata(name=self.name),
            inputs=inputs,
            interface=self.python_interface,
            entity=self.target,
            location=caller_location(),
        )
        node.upstream_nodes = []
        return node


def array_node(
    target: LaunchPlan | ReferenceTask,
    concurrency: int | None = None,
    min_success_ratio: float | None = None,
    min_successes: int | None = None,
    run_all_sub_nodes: bool = False,
) -> ArrayNode:
    """What maps over a launch plan or a reference task; every argument is flytekit's of the same name.

    Raises:
        UserError: FTC201 for another target, for a target with several outputs, and for limits that are no numbers.
    """
    if not isinstance(target, (LaunchPlan, ReferenceTask)):
        raise user_error(
            INVALID_DECLARATION,
            f"array_node maps over {shown(target)}, expected a launch plan or a reference task",
            at=caller_location(),
            hint="map over tasks with map_task, and over workflows through a launch plan",
        )
    return ArrayNode(
        target,
        concurrency=concurrency,
        min_successes=min_successes,
        min_success_ratio=min_success_ratio,
        run_all_sub_nodes=run_all_sub_nodes,
    )


def list_interface(
    interface: Interface,
    bound: Collection[str] = (),
    excluded: Collection[str] = (),
    *,
    optional_outputs: bool = False,
) -> Interface:
    """The interface with a list in place of every type; defaults and descriptions are lost, as in flytekit.

    Args:
        interface: the interface of what is mapped over.
        bound: inputs that keep their type, since all items get the same value.
        excluded: inputs that are left out.
        optional_outputs: items may fail, so the lists of outputs may hold `None`.
    """
    inputs = {
        name: kind if name in bound else _LIST[kind] for name, kind in interface.inputs.items() if name not in excluded
    }
    outputs = {name: _LIST[_OPTIONAL[kind] if optional_outputs else kind] for name, kind in interface.outputs.items()}
    return Interface(inputs, outputs)


def refuse_several_outputs(target: Callee) -> None:
    """Raises FTC201 for a target with more than one output, whose list items would have no one type."""
    outputs = target.python_interface.outputs
    if len(outputs) > 1:
        raise invalid_mapping(
            target.name, f"it has {len(outputs)} outputs, expected one at most", "return one value, such as a dataclass"
        )


def refuse_wrong_limits(name: str, concurrency: Any, min_successes: Any, min_success_ratio: Any, run_all: Any) -> None:
    """Raises FTC201 for limits of a mapping over `name` that `flyteidl.core.ArrayNode` cannot hold."""
    for what, value in (("concurrency", concurrency), ("min_successes", min_successes)):
        if value is not None and (type(value) is bool or not isinstance(value, int) or value not in _WHOLE_NUMBERS):
            raise invalid_mapping(name, f"{what} is {value!r}, expected a whole number from 0, or None")
    if min_success_ratio is not None and not isinstance(min_success_ratio, (int, float)):
        raise invalid_mapping(name, f"min_success_ratio is {min_success_ratio!r}, expected a number from 0 to 1")
    if not isinstance(run_all, bool):
        raise invalid_mapping(name, f"run_all_sub_nodes is {run_all!r}, expected True or False")


def invalid_mapping(name: str, message: str, hint: str = "") -> UserError:
    """The finding that `name` cannot be mapped over that way."""
    return user_error(INVALID_DECLARATION, f"mapping over {name}: {message}", at=caller_location(), hint=hint)
