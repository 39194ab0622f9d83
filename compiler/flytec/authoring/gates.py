"""Gates: nodes that run nothing but wait, for time to pass, for a value or for a yes."""

from __future__ import annotations

import datetime
from typing import Any, TypeAlias

from flytec.authoring.branch import BranchNode, shown
from flytec.authoring.calls import link_node
from flytec.authoring.interface import Interface
from flytec.authoring.node import NodeMetadata
from flytec.authoring.promise import Promise, VoidPromise
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_GATE
from flytec.diagnostics import UserError, user_error
from flytec.records import dataclass

DEFAULT_TIMEOUT = datetime.timedelta(hours=1)
_SLEEP_NAME = "sleep-gate"
_INPUT_NAME = "o0"


@dataclass(frozen=True, slots=True)
class Sleep:
    """Waits for time to pass."""

    duration: datetime.timedelta


@dataclass(frozen=True, slots=True)
class Signal:
    """Waits for a value of the Python type `kind`, which becomes the output `variable`."""

    kind: Any
    variable: str


@dataclass(frozen=True, slots=True)
class Approval:
    """Waits for a yes to the value that the gate gets and passes on."""


GateCondition: TypeAlias = Sleep | Signal | Approval


@dataclass(frozen=True, slots=True)
class Gate:
    """What the node of a gate runs; the name is also that of the signal that it waits for."""

    name: str
    python_interface: Interface
    timeout: datetime.timedelta
    condition: GateCondition

    def construct_node_metadata(self) -> NodeMetadata:
        """The node has the gate's name and timeout."""
        return NodeMetadata(name=self.name, timeout=self.timeout)


def sleep(duration: datetime.timedelta) -> Any:
    """Makes a node that waits for `duration`.

    Raises:
        UserError: FTC215 for what is no duration, or none that takes time; FTC209 outside of a workflow body.
    """
    if not isinstance(duration, datetime.timedelta) or not duration:
        raise _invalid(f"sleep is given {shown(duration)}, expected a datetime.timedelta other than zero")
    return link_node(Gate(_SLEEP_NAME, Interface(), DEFAULT_TIMEOUT, Sleep(duration)), {})


def wait_for_input(name: str, timeout: datetime.timedelta, expected_type: Any) -> Any:
    """Makes a node that waits until someone gives a value, and gives a promise of it.

    Args:
        name: the name of the node and of the signal.
        timeout: how long to wait before the workflow fails; nothing stands for an hour.
        expected_type: the Python type of the value.

    Raises:
        UserError: FTC215 for arguments of a wrong type; FTC209 outside of a workflow body.
    """
    if not expected_type:
        raise _invalid(f"wait_for_input {name!r} expects {shown(expected_type)}, expected a type")
    interface = Interface(outputs={_INPUT_NAME: expected_type})
    gate = Gate(_name(name, "wait_for_input"), interface, _timeout(timeout, name), Signal(expected_type, _INPUT_NAME))
    return link_node(gate, {})


def approve(upstream_item: Any, name: str, timeout: datetime.timedelta) -> Any:
    """Makes a node that waits until someone approves of `upstream_item`, and passes it on.

    Args:
        upstream_item: one output of another node.
        name: the name of the node and of the signal.
        timeout: how long to wait before the workflow fails; nothing stands for an hour.

    Raises:
        UserError: FTC215 for what is no output of a node with typed outputs, and for arguments of a wrong type; FTC209
            outside of a workflow body.
    """
    variable, kind = _approved(upstream_item, name)
    interface = Interface(inputs={variable: kind}, outputs={variable: kind})
    gate = Gate(_name(name, "approve"), interface, _timeout(timeout, name), Approval())
    return link_node(gate, {variable: upstream_item})


def _approved(item: Any, name: str) -> tuple[str, Any]:
    """Name and Python type of the output that is to be approved."""
    match item:
        case None | VoidPromise():
            raise _invalid(f"approve {name!r} is given {shown(item)}, expected an output of a node")
        case Promise():
            producer = item.ref.node.flyte_entity
        case _:
            raise _invalid(f"approve {name!r} is given {shown(item)}, expected one output of a node")
    if producer is None:
        raise _invalid(
            f"approve {name!r} is given input {item.var!r} of the workflow, expected an output of a node",
            "pass the input through a task",
        )
    if isinstance(producer, BranchNode):
        raise _invalid(
            f"approve {name!r} is given output {item.var!r} of conditional {producer.name!r}, whose type is not known",
            "approve inside each branch, or pass the output through a task",
        )
    return item.var, producer.python_interface.outputs[item.var]


def _name(name: Any, function: str) -> str:
    if not isinstance(name, str):
        raise _invalid(f"{function} is named {shown(name)}, expected a string")
    return name


def _timeout(timeout: Any, name: str) -> datetime.timedelta:
    if timeout and not isinstance(timeout, datetime.timedelta):
        raise _invalid(f"the timeout of gate {name!r} is {shown(timeout)}, expected a datetime.timedelta")
    return timeout or DEFAULT_TIMEOUT


def _invalid(message: str, hint: str = "") -> UserError:
    return user_error(INVALID_GATE, message, at=caller_location(), hint=hint)
