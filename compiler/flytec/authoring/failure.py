"""Failure handlers: the task or workflow that runs when a workflow fails, on the workflow's inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flytec.authoring.annotations import are_equal, is_optional, label
from flytec.authoring.calls import Compilation, compiling
from flytec.authoring.entity import Entity, shown
from flytec.authoring.interface import Interface
from flytec.authoring.node import Node
from flytec.authoring.promise import Promise
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import Location, UserError, user_error

# Prefixes the ids of the failure node and of the nodes of a workflow that is compiled for it.
_PREFIX = "f"


def failure_node(
    handler: Entity,
    inputs: dict[str, Promise],
    body: Compilation,
    owner: str,
    interface: Interface,
    at: Location | None,
) -> Node:
    """The node that runs `handler` when a workflow fails.

    Args:
        handler: a task, workflow or launch plan.
        inputs: promises of the workflow's own inputs.
        body: the state of the workflow's body, which the node is no part of.
        owner: the workflow's name.
        interface: the workflow's interface.
        at: where the workflow is declared.

    Raises:
        UserError: FTC201 for a handler that does not have the workflow's inputs, or needs others.
    """
    from flytec.authoring.workflow import WorkflowBase

    refuse_unfit_handler(handler, owner, interface, at)
    state = Compilation(body.prefix + _PREFIX, body.resolver)
    with compiling(state):
        if isinstance(handler, WorkflowBase):
            handler.compile()
        try:
            handler(**inputs)
        except UserError as error:
            # No line of the user's makes this call.
            raise UserError(*(replace(row, location=at) for row in error.findings)) from error
    (node,) = state.nodes
    node._location = at
    return node


def refuse_unfit_handler(handler: Entity, owner: str, interface: Interface, at: Location | None) -> None:
    """Raises FTC201 unless `handler` has the workflow's inputs, of equal types, and no others that are not optional."""
    own, given = handler.python_interface.inputs, interface.inputs
    for name, kind in given.items():
        if name not in own:
            raise _unfit(handler, owner, f"does not have its input {name!r}", at)
        if not are_equal(own[name], kind):
            raise _unfit(handler, owner, f"takes input {name!r} as {_difference(own[name], kind)}", at)
    for name in own:
        if name not in given and not is_optional(own[name]):
            raise _unfit(handler, owner, f"has a further input {name!r} of type {label(own[name])}", at)


def refuse_no_handler(handler: Any, owner: str, at: Location | None) -> None:
    """Raises FTC201 for a handler that is no entity."""
    if handler is not None and not isinstance(handler, Entity):
        raise user_error(
            INVALID_DECLARATION,
            f"on_failure of workflow {owner} is {shown(handler)}, expected a task or workflow",
            at=at,
            hint="decorate the handler with @task or @workflow",
        )


def _unfit(handler: Entity, owner: str, message: str, at: Location | None) -> UserError:
    return user_error(
        INVALID_DECLARATION,
        f"workflow {owner} fails to {handler.name}, which {message}",
        at=at,
        hint="give the handler all inputs of the workflow, of the same types, and make any others Optional",
    )


def _difference(own: Any, given: Any) -> str:
    if label(own) == label(given):
        return f"another {label(own)} than it does; a subscript such as FlyteFile['csv'] makes a new type each time"
    return f"{label(own)}, not as {label(given)}"
