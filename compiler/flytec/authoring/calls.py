"""Calls of entities inside workflow bodies: each makes a node and gives promises of its outputs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from flytec.authoring.annotations import is_no_type, label, takes_none
from flytec.authoring.node import Node
from flytec.authoring.promise import NodeOutput, Promise, VoidPromise
from flytec.authoring.snapshot import snapshot
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_CALL, RUN_AT_COMPILE
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from flytec.authoring.conditional import ConditionalSection
    from flytec.authoring.entity import Callee
    from flytec.authoring.interface import Interface

_compiling: ContextVar[Compilation | None] = ContextVar("flytec_compilation", default=None)


# What flytekit's nodes have and ours do not.
_NODES_OTHER_ATTRIBUTES = ("bindings", "run_entity")


class Compilation:
    """The state of compiling one workflow body: the nodes so far, and what prefixes their ids.

    A conditional has a state of its own, whose `outer` is the state that it stands in: the nodes of its branches count
    from zero again and are no nodes of the body. `sections` are all conditionals of the body, nested ones too.
    """

    __slots__ = ("nodes", "outer", "prefix", "resolver", "sections")

    def __init__(self, prefix: str = "", resolver: Any = None, outer: Compilation | None = None) -> None:
        self.prefix = prefix
        self.resolver = resolver
        self.outer = outer
        self.nodes: list[Node] = []
        self.sections: list[ConditionalSection] = [] if outer is None else outer.sections

    def next_node_id(self) -> str:
        """The id of the node that is added next: `n0`, `n1`, ..."""
        return f"{self.prefix}n{len(self.nodes)}"


@contextmanager
def compiling(state: Compilation) -> Iterator[Compilation]:
    """Makes `state` take the nodes of all calls in this context."""
    token = _compiling.set(state)
    try:
        yield state
    finally:
        _compiling.reset(token)


def current_compilation() -> Compilation | None:
    """The state of the workflow body that is being compiled, `None` outside of one."""
    return _compiling.get()


def enter_section(outer: Compilation) -> Compilation:
    """Makes a state of its own inside `outer` take the nodes of the calls that follow.

    Its end is a method call in the user's body, not the end of a `with` block: a section that is never left ends with
    `compiling`.
    """
    state = Compilation(outer.prefix, outer.resolver, outer)
    _compiling.set(state)
    return state


def leave_section(state: Compilation) -> Compilation:
    """Makes the state that `state` was entered in take nodes again, and gives it."""
    assert state.outer is not None, "the state is a workflow body's own"
    _compiling.set(state.outer)
    return state.outer


def call_entity(entity: Callee, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Binds `args` and `kwargs` to the entity's inputs and makes a node.

    Raises:
        UserError: FTC202 for inputs that do not fit, FTC209 outside of a workflow body.
    """
    names = entity.python_interface.inputs
    for name in kwargs:
        if name not in names:
            raise _bad_call(entity, f"input {name!r} is given, which it does not have; it has {_listed(list(names))}")
    if args:
        _name_positional(entity, args, kwargs)
    return link_node(entity, kwargs)


def _name_positional(entity: Callee, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    names = entity.python_interface.inputs
    if len(args) > len(names):
        raise _bad_call(entity, f"{len(args)} positional inputs are given, expected at most {len(names)}")
    for name, value in zip(names, args, strict=False):
        if name in kwargs:
            raise _bad_call(entity, f"input {name!r} is given twice")
        kwargs[name] = value


def link_node(entity: Callee, kwargs: dict[str, Any], interface: Interface | None = None) -> Any:
    """Makes a node of `entity` on `kwargs` in the workflow body that is being compiled.

    Args:
        entity: what the node runs.
        kwargs: promises and values by input name; inputs left out take their defaults.
        interface: what stands in for the entity's own interface, where the two differ.

    Returns:
        A `VoidPromise` without outputs, a `Promise` with one, else a named tuple of promises.
    """
    state = current_compilation()
    if state is None:
        raise user_error(
            RUN_AT_COMPILE,
            f"{entity.name} is called outside of a workflow's body, which would run it now",
            at=caller_location(),
            hint='call it inside a @workflow function, or put the call under if __name__ == "__main__":',
        )
    interface = interface or entity.python_interface
    inputs = node_inputs(entity, interface, kwargs)
    node = Node(
        id=state.next_node_id(),
        metadata=entity.construct_node_metadata(),
        inputs=inputs,
        interface=interface,
        entity=entity,
        location=caller_location(),
    )
    state.nodes.append(node)
    return node_results(node, entity, interface)


def node_inputs(entity: Callee, interface: Interface, kwargs: dict[str, Any]) -> dict[str, Any]:
    """What a node of `entity` binds to each input of `interface`, by name; defaults are added to `kwargs`.

    Raises:
        UserError: FTC202 for inputs that are missing, unknown, or tuples.
    """
    inputs, kinds = {}, interface.inputs
    for name in interface.sorted_inputs:
        value = kwargs.get(name)
        # A promise for an input that has a type needs no second look: the common case.
        if type(value) is not Promise or is_no_type(kinds[name]):
            value = snapshot(_input(entity, interface, name, kwargs))
        inputs[name] = value
    if len(kwargs) > len(inputs):
        extra = sorted(kwargs.keys() - inputs.keys())
        raise _bad_call(entity, f"inputs {_listed(extra)} are given, which it does not have")
    return inputs


def node_results(node: Node, entity: Callee, interface: Interface) -> Any:
    """The promises of the node's outputs, in the shape that a call of `entity` gives."""
    outputs = interface.outputs
    if not outputs:
        return VoidPromise(entity.name, NodeOutput(node, "placeholder"))
    if len(outputs) == 1 and not interface.output_tuple_name:
        ((variable, kind),) = outputs.items()
        return Promise(variable, NodeOutput(node, variable), kind)
    return interface.output_tuple(
        *(Promise(variable, NodeOutput(node, variable), kind) for variable, kind in outputs.items())
    )


def create_node(entity: Any, *args: Any, **kwargs: Any) -> Node:
    """Calls `entity` and gives the node itself, with its outputs as attributes and in `outputs`.

    Raises:
        UserError: FTC202 for positional inputs and for what is not an entity, FTC209 outside of a workflow body.
    """
    from flytec.authoring.entity import Entity, shown

    if args:
        raise user_error(
            INVALID_CALL,
            f"create_node is given {len(args)} positional inputs, expected inputs by name only",
            at=caller_location(),
        )
    if not isinstance(entity, Entity):
        raise user_error(
            INVALID_CALL,
            f"create_node is given {shown(entity)}, expected a task, workflow or launch plan",
            at=caller_location(),
        )
    results = entity.awaited_call(**kwargs)
    state = current_compilation()
    assert state is not None, "the call would have failed outside of a compilation"
    node = state.nodes[-1]
    node._outputs = {}
    if isinstance(results, VoidPromise):
        return node
    promises = results if isinstance(results, tuple) else (results,)
    for name, promise in zip(entity.python_interface.outputs, promises, strict=True):
        if hasattr(node, name) or name in _NODES_OTHER_ATTRIBUTES:
            raise user_error(
                INVALID_CALL,
                f"output {name!r} of {entity.name} has the name of an attribute of every node",
                at=caller_location(),
                hint="rename the output, or call the entity instead of create_node",
            )
        setattr(node, name, promise)
        node._outputs[name] = promise
    return node


def _input(entity: Callee, interface: Interface, name: str, kwargs: dict[str, Any]) -> Any:
    kind, default = interface.inputs_with_defaults[name]
    if is_no_type(kind):
        raise _bad_call(entity, f"input {name!r} is annotated as None, expected a type that holds a value")
    if name not in kwargs:
        if default is None and not takes_none(kind):
            raise _bad_call(entity, f"input {name!r} of type {label(kind)} is not given")
        if isinstance(default, (list, dict, set)):
            raise _bad_call(
                entity,
                f"input {name!r} falls back on a mutable default",
                hint="pass the value in the call, or default to None and make it in the task's body",
            )
        kwargs[name] = default
    value = kwargs[name]
    if isinstance(value, tuple):
        raise _bad_call(
            entity,
            f"input {name!r} is given a tuple, expected one value",
            hint="pick one member, for example of a call with several outputs",
        )
    return value


def _bad_call(entity: Callee, message: str, hint: str = "") -> UserError:
    return user_error(INVALID_CALL, f"{entity.name}: {message}", at=caller_location(), hint=hint)


def _listed(names: list[str]) -> str:
    return ", ".join(map(repr, names)) or "none"
