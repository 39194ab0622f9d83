"""Workflows: functions whose body is run once, while compiling, to record its nodes."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import FUNCTION, takes
from flytec.authoring.calls import Compilation, call_entity, compiling, current_compilation
from flytec.authoring.docstring import Docstring
from flytec.authoring.documentation import Documentation, Documented
from flytec.authoring.entity import Entity, lacking, short_name
from flytec.authoring.failure import failure_node, refuse_no_handler
from flytec.authoring.interface import Interface, interface_of_function
from flytec.authoring.launch_options import Options
from flytec.authoring.node import Node, NodeMetadata, input_promises
from flytec.authoring.operators import operators_in_body
from flytec.authoring.recorder import current_recorder
from flytec.authoring.resolvers import BodyTaskResolver
from flytec.authoring.source import caller_location, function_location
from flytec.codes import INVALID_BINDING, INVALID_CALL, INVALID_DECLARATION
from flytec.diagnostics import Location, UserError, user_error

if TYPE_CHECKING:
    from flytec.authoring.conditional import ConditionalSection


class WorkflowFailurePolicy(Enum):
    """What happens to the other nodes when one fails; the value is `WorkflowMetadata.OnFailurePolicy`."""

    FAIL_IMMEDIATELY = 0
    FAIL_AFTER_EXECUTABLE_NODES_COMPLETE = 1


@lacking(
    "execute interface local_execute local_execution_mode output_bindings workflow_metadata workflow_metadata_defaults"
)
class WorkflowBase(Documented, Entity):
    """A workflow; `compile` records its nodes and outputs, at the latest when it is called or lowered."""

    def __init__(
        self,
        name: str,
        python_interface: Interface,
        failure_policy: WorkflowFailurePolicy | None = None,
        interruptible: bool = False,
        on_failure: Any = None,
        docs: Documentation | None = None,
        default_options: Options | None = None,
        location: Location | None = None,
    ) -> None:
        if interruptible is not True and interruptible is not False:
            raise user_error(
                INVALID_DECLARATION,
                f"interruptible of workflow {name} is {interruptible!r}, expected True or False",
                at=location or caller_location(),
            )
        refuse_no_handler(on_failure, name, location or caller_location())
        self._name = name
        self._python_interface = python_interface
        self.failure_policy = _failure_policy(failure_policy, name)
        self.interruptible = interruptible
        self.on_failure = on_failure
        self.default_options = default_options
        self._document(docs, python_interface.docstring)
        self.recorded_nodes: list[Node] = []
        self.recorded_outputs: dict[str, Any] = {}
        self.failure_node: Node | None = None
        self.conditionals: list[ConditionalSection] = []
        super().__init__(location=location)

    @property
    def name(self) -> str:
        """The name that the workflow is registered under."""
        return self._name

    @property
    def short_name(self) -> str:
        """The last component of the name."""
        return short_name(self._name)

    @property
    def python_interface(self) -> Interface:
        """Inputs and outputs."""
        return self._python_interface

    @property
    def nodes(self) -> list[Node]:
        """The recorded nodes, in the order of their calls."""
        self.compile()
        return self.recorded_nodes

    @property
    def outputs(self) -> dict[str, Any]:
        """What each output is bound to: promises, values, and lists and dicts of them."""
        self.compile()
        return self.recorded_outputs

    def compile(self) -> None:
        """Records nodes and outputs, once."""

    def construct_node_metadata(self) -> NodeMetadata:
        """A node that runs the workflow has its name and interruptibility."""
        return NodeMetadata(name=self.short_name, interruptible=self.interruptible)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node that runs the workflow as a sub-workflow; defaults of the signature become bound values."""
        interface = self.python_interface
        if len(args) > len(interface.inputs):
            raise user_error(
                INVALID_CALL,
                f"{self.name}: {len(args)} positional inputs are given, expected at most {len(interface.inputs)}",
                at=caller_location(),
            )
        inputs = interface.default_inputs_as_kwargs
        for name in list(interface.inputs)[: len(args)]:
            inputs.pop(name, None)
        inputs.update(kwargs)
        if current_compilation() is not None:
            self.compile()
        return call_entity(self, args, inputs)


@lacking("find_lhs lhs")
class PythonFunctionWorkflow(WorkflowBase):
    """A workflow whose nodes are the calls that its function's body makes."""

    def __init__(
        self,
        workflow_function: Callable[..., Any],
        failure_policy: WorkflowFailurePolicy | None = None,
        interruptible: bool = False,
        on_failure: Any = None,
        docs: Documentation | None = None,
        pickle_untyped: bool = False,
        default_options: Options | None = None,
    ) -> None:
        self._workflow_function = workflow_function
        self._compiled = False
        interface = interface_of_function(
            workflow_function, Docstring(callable_=workflow_function), pickle_untyped=pickle_untyped
        )
        super().__init__(
            current_recorder().names.of_callable(workflow_function).full,
            interface,
            failure_policy,
            interruptible,
            on_failure,
            docs,
            default_options,
            location=function_location(workflow_function),
        )

    @property
    def function(self) -> Callable[..., Any]:
        """The user's function."""
        return self._workflow_function

    def compile(self) -> None:
        """Runs the function on promises of the workflow's inputs and keeps the nodes that its calls made."""
        if self._compiled:
            return
        self._compiled = True
        outer = current_compilation()
        own = BodyTaskResolver(self)
        state = Compilation() if outer is None else Compilation(outer.prefix, outer.resolver)
        state.resolver = state.resolver or own
        promises = input_promises(list(self.python_interface.inputs))
        with compiling(state), operators_in_body():
            results = self._workflow_function(**promises)
        _refuse_coroutine(results, self.name, self.location)
        self.recorded_nodes = state.nodes
        own.add_called(state.nodes)
        self.conditionals = state.sections
        if self.on_failure is not None:
            self.failure_node = failure_node(
                self.on_failure, promises, state, self.name, self.python_interface, self.location
            )
        self.recorded_outputs = self._bind_outputs(results)

    def _bind_outputs(self, results: Any) -> dict[str, Any]:
        names = list(self.python_interface.outputs)
        if not names:
            return {}
        if len(names) == 1:
            if not isinstance(results, tuple):
                return {names[0]: results}
            if self.python_interface.output_tuple_name is None:
                raise self._bad_outputs("returns a tuple, but declares a single output that is none")
        elif not isinstance(results, tuple):
            raise self._bad_outputs(f"returns one value, expected {len(names)}")
        if len(results) != len(names):
            raise self._bad_outputs(f"returns {len(results)} values, expected {len(names)}")
        return dict(zip(names, results, strict=True))

    def _bad_outputs(self, message: str) -> UserError:
        return user_error(INVALID_BINDING, f"workflow {self.name} {message}", at=self.location)


@takes("@workflow", _workflow_function=FUNCTION, interruptible=bool, docs=Documentation, default_options=Options)
def workflow(
    _workflow_function: Callable[..., Any] | None = None,
    failure_policy: WorkflowFailurePolicy | None = None,
    interruptible: bool = False,
    on_failure: Any = None,
    docs: Documentation | None = None,
    pickle_untyped: bool = False,
    default_options: Options | None = None,
) -> Any:
    """Declares the decorated function to be a workflow; every argument is flytekit's of the same name.

    Raises:
        UserError: FTC201 for arguments that are wrong, FTC203 for missing annotations.
    """

    def decorate(function: Callable[..., Any]) -> PythonFunctionWorkflow:
        instance = PythonFunctionWorkflow(
            function, failure_policy, interruptible, on_failure, docs, pickle_untyped, default_options
        )
        functools.update_wrapper(instance, function)
        return instance

    return decorate if _workflow_function is None else decorate(_workflow_function)


def _refuse_coroutine(results: Any, name: str, at: Location | None) -> None:
    """A coroutine function's body has not run when it returns; flytekit does not await it either."""
    if inspect.iscoroutine(results):
        results.close()
        raise user_error(
            INVALID_DECLARATION,
            f"workflow {name} is a coroutine function, expected a plain one",
            at=at,
            hint="drop async, or make it @eager",
        )


def _failure_policy(policy: WorkflowFailurePolicy | None, name: str) -> WorkflowFailurePolicy:
    if policy is None:
        return WorkflowFailurePolicy.FAIL_IMMEDIATELY
    if not isinstance(policy, WorkflowFailurePolicy):
        raise user_error(
            INVALID_DECLARATION,
            f"failure_policy of workflow {name} is {policy!r}, expected a member of WorkflowFailurePolicy",
            at=caller_location(),
        )
    return policy
