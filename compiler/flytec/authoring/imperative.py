"""Imperative workflows: workflows that method calls make node by node, instead of a function's body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from flytec.authoring.calls import Compilation, compiling, create_node, current_compilation
from flytec.authoring.entity import shown
from flytec.authoring.failure import refuse_unfit_handler
from flytec.authoring.interface import Interface
from flytec.authoring.node import FAILURE_NODE_ID, Node, input_promises, promises_in
from flytec.authoring.promise import Promise
from flytec.authoring.snapshot import snapshot
from flytec.authoring.source import caller_location
from flytec.authoring.workflow import WorkflowBase, WorkflowFailurePolicy
from flytec.codes import INVALID_BINDING, INVALID_DECLARATION, UNSUPPORTED_SYMBOL
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from flytec.authoring.entity import Entity


class ImperativeWorkflow(WorkflowBase):
    """A workflow under a name of its own; inputs, nodes and outputs are added one at a time.

    What is bound is taken as it is at the time of the call: a list that the program changes afterwards stays what it
    was.
    """

    def __init__(
        self, name: str, failure_policy: WorkflowFailurePolicy | None = None, interruptible: bool = False
    ) -> None:
        super().__init__(name, Interface(), failure_policy, interruptible)
        self.compilation_state = Compilation()
        self.recorded_nodes = self.compilation_state.nodes
        self._inputs: dict[str, Promise] = {}
        self._unbound: dict[int, Promise] = {}

    @property
    def inputs(self) -> dict[str, Promise]:
        """Promises of the workflow's own inputs, by name."""
        return self._inputs

    def add_workflow_input(self, input_name: str, python_type: Any) -> Promise:
        """Adds an input, of a type or of a pair of type and default value.

        Raises:
            UserError: FTC201 for a name that is taken, or that is no Python identifier.
        """
        if input_name in self._inputs:
            raise self._invalid(f"has an input {input_name!r} already")
        self._python_interface = self._python_interface.with_inputs({input_name: python_type})
        promise = input_promises([input_name])[input_name]
        self._inputs[input_name] = self._unbound[id(promise)] = promise
        return promise

    def add_entity(self, entity: Entity, **kwargs: Any) -> Node:
        """Adds a node that runs `entity` on the given inputs.

        Raises:
            UserError: FTC202 for inputs that do not fit, FTC201 inside of another workflow's body.
        """
        self._refuse_inner()
        with compiling(self.compilation_state):
            node = create_node(entity, **kwargs)
        for promise in promises_in(kwargs):
            self._unbound.pop(id(promise), None)
        return node

    def add_task(self, task: Entity, **kwargs: Any) -> Node:
        """`add_entity` of a task."""
        return self.add_entity(task, **kwargs)

    def add_launch_plan(self, launch_plan: Entity, **kwargs: Any) -> Node:
        """`add_entity` of a launch plan."""
        return self.add_entity(launch_plan, **kwargs)

    def add_subwf(self, sub_wf: Entity, **kwargs: Any) -> Node:
        """`add_entity` of a workflow."""
        return self.add_entity(sub_wf, **kwargs)

    def add_workflow_output(self, output_name: str, p: Any, python_type: Any = None) -> None:
        """Binds an output to a promise, or to a list or dict of promises and values.

        Args:
            output_name: the output's name.
            p: what the output is bound to.
            python_type: the output's type; without it, the type of the node output that the promise refers to, even
                where the promise is of an attribute or item of it.

        Raises:
            UserError: FTC201 for a name that is taken, FTC204 where the type cannot be told.
        """
        if output_name in self._python_interface.outputs:
            raise self._invalid(f"has an output {output_name!r} already")
        kind = self._type_of(output_name, p) if python_type is None else python_type
        self._refuse_inner()
        self._python_interface = self._python_interface.with_outputs({output_name: kind})
        self.recorded_outputs[output_name] = snapshot(p)

    def add_on_failure_handler(self, entity: Entity) -> Node:
        """Makes `entity` run when the workflow fails, on the inputs that the workflow has by now.

        Raises:
            UserError: FTC201 for a handler that does not have the workflow's inputs, or needs others.
        """
        self._refuse_inner()
        with compiling(self.compilation_state):
            refuse_unfit_handler(entity, self.name, self._python_interface, caller_location())
            node = create_node(entity, **self._inputs)
        self.compilation_state.nodes.remove(node)
        node._id = FAILURE_NODE_ID
        self.failure_node = node
        return node

    def create_conditional(self, name: str) -> NoReturn:
        """Refuses: flytekit 1.16 has the method, but what it gives takes no branch.

        Raises:
            UserError: FTC200.
        """
        raise user_error(
            UNSUPPORTED_SYMBOL,
            f"imperative workflow {self.name} creates conditional {name!r}, which flytekit does not let it branch",
            at=caller_location(),
            hint="put the conditional into a @workflow function and add that with add_subwf",
        )

    def ready(self) -> bool:
        """Whether there is a node, and each input was given to one as it is."""
        return bool(self.compilation_state.nodes) and not self._unbound

    def _refuse_inner(self) -> None:
        if current_compilation() is not None:
            raise self._invalid("is added to in the body of another workflow, expected outside of bodies")

    def _type_of(self, output_name: str, value: Any) -> Any:
        if not isinstance(value, Promise):
            raise self._untyped(output_name, f"{shown(value)}, which does not tell one")
        producer = value.ref.node.flyte_entity
        if producer is None:
            raise self._untyped(output_name, f"the workflow's own input {value.var!r}, which does not tell one")
        return producer.python_interface.outputs[value.var]

    def _untyped(self, output_name: str, what: str) -> UserError:
        return user_error(
            INVALID_BINDING,
            f"output {output_name!r} of workflow {self.name} has no type and is bound to {what}",
            at=caller_location(),
            hint="pass python_type=",
        )

    def _invalid(self, message: str) -> UserError:
        return user_error(INVALID_DECLARATION, f"workflow {self.name} {message}", at=caller_location())
