"""Map tasks: one task that a node runs once for each item of its list inputs."""

from __future__ import annotations

import functools
import hashlib
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from flytec.authoring.array_node import (
    ArrayNode,
    ExecutionMode,
    array_node,
    invalid_mapping,
    list_interface,
    refuse_several_outputs,
    refuse_wrong_limits,
)
from flytec.authoring.entity import shown
from flytec.authoring.function_task import PythonFunctionTask, PythonInstanceTask
from flytec.authoring.launch_plan import LaunchPlan
from flytec.authoring.node import NodeMetadata
from flytec.authoring.references import ReferenceTask
from flytec.authoring.resolvers import TaskResolverMixin
from flytec.authoring.source import caller_location
from flytec.authoring.task import PythonTask
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError, user_error

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings

RunTask: TypeAlias = PythonFunctionTask[Any] | PythonInstanceTask[Any]


class MapTaskResolver(TaskResolverMixin):
    """Finds the task that a map task runs, by that task's own resolver, and which of its inputs are bound."""

    def name(self) -> str:
        """The class that the container imports."""
        return "flytekit.core.legacy_map_task.MapTaskResolver"

    def loader_args(self, settings: SerializationSettings, task: MappedTask) -> list[str]:
        """The bound inputs, then the resolver of the task that runs and what that resolver needs."""
        resolver = task.run_task.task_resolver
        bound = ",".join(sorted(task.bound_inputs))
        return ["vars", bound, "resolver", resolver.location, *resolver.loader_args(settings, task.run_task)]


class ArrayNodeMapTaskResolver(MapTaskResolver):
    """The same for array nodes."""

    def name(self) -> str:
        """The class that the container imports."""
        return "flytekit.core.array_node_map_task.ArrayNodeMapTaskResolver"


class MappedTask(PythonTask[Any]):
    """A task that runs another one, `run_task`, for each item of its inputs; `bound_inputs` are the same for all."""

    resolver_class: type[MapTaskResolver]

    def __init__(
        self,
        run_task: RunTask,
        name: str,
        task_type: str,
        bound_inputs: set[str],
        min_success_ratio: float | None,
        **kwargs: Any,
    ) -> None:
        refuse_several_outputs(run_task)
        self.run_task = run_task
        self.bound_inputs = bound_inputs
        kwargs.setdefault("metadata", run_task.metadata)
        if run_task.security_context is not None:
            kwargs.setdefault("security_ctx", run_task.security_context)
        interface = list_interface(
            run_task.python_interface, bound_inputs, optional_outputs=min_success_ratio not in (None, 1)
        )
        super().__init__(task_type, name, None, interface, task_type_version=1, **kwargs)

    @contextmanager
    def prepare_target(self) -> Iterator[None]:
        """Makes the container or pod of `run_task` start by this task's command line."""
        self.run_task.set_command_fn(self.get_command)
        try:
            yield
        finally:
            self.run_task.reset_command_fn()

    def get_command(self, settings: SerializationSettings) -> list[str]:
        """The container's arguments: flytekit's entry point for one item of the inputs."""
        resolver = self.resolver_class()
        return [
            "pyflyte-map-execute",
            "--inputs",
            "{{.input}}",
            "--output-prefix",
            "{{.outputPrefix}}",
            "--raw-output-data-prefix",
            "{{.rawOutputDataPrefix}}",
            "--checkpoint-path",
            "{{.checkpointOutputPrefix}}",
            "--prev-checkpoint",
            "{{.prevCheckpointPrefix}}",
            "--resolver",
            resolver.name(),
            "--",
            *resolver.loader_args(settings, self),
        ]

    def get_container(self, settings: SerializationSettings) -> Any:
        """The container of the task that runs, started for one item."""
        with self.prepare_target():
            return self.run_task.get_container(settings)

    def get_k8s_pod(self, settings: SerializationSettings) -> Any:
        """The pod of the task that runs, started for one item."""
        with self.prepare_target():
            return self.run_task.get_k8s_pod(settings)

    def get_config(self, settings: SerializationSettings) -> Mapping[str, str] | None:
        """The settings of the task that runs."""
        return self.run_task.get_config(settings)

    def get_sql(self, settings: SerializationSettings) -> Any:
        """The statement of the task that runs."""
        return self.run_task.get_sql(settings)


class ArrayNodeMapTask(MappedTask):
    """A task in an array node.

    Its name holds a hash of the bound inputs and the limits. `sub_node_metadata` is the metadata of the node below the
    array node; there is one for all nodes that run the map task, so overrides at one node show at all of them, as in
    flytekit.
    """

    resolver_class = ArrayNodeMapTaskResolver

    def __init__(
        self,
        python_function_task: RunTask | functools.partial[Any],
        concurrency: int | None = None,
        min_successes: int | None = None,
        min_success_ratio: float | None = None,
        bound_inputs: set[str] | None = None,
        bound_inputs_values: dict[str, Any] | None = None,
        run_all_sub_nodes: bool = False,
        **kwargs: Any,
    ) -> None:
        target, self._partial_inputs = _unpacked(python_function_task)
        run_task = _static_task(target)
        refuse_wrong_limits(run_task.name, concurrency, min_successes, min_success_ratio, run_all_sub_nodes)
        values = bound_inputs_values or {}
        if bound_inputs and values and set(bound_inputs) != set(values):
            raise invalid_mapping(run_task.name, "bound_inputs and bound_inputs_values name different inputs")
        bound = {*(bound_inputs or ()), *self._partial_inputs, *values}
        self._bound_inputs_values = values
        self.concurrency = concurrency
        self.min_successes = min_successes
        self.min_success_ratio = min_success_ratio
        self.run_all_sub_nodes = run_all_sub_nodes
        is_plain = type(run_task) in (PythonFunctionTask, PythonInstanceTask)
        self.execution_mode = ExecutionMode.MINIMAL_STATE if is_plain else ExecutionMode.FULL_STATE
        digest = _digest(f"{','.join(sorted(bound))}{concurrency}{min_successes}{min_success_ratio}")
        super().__init__(
            run_task,
            f"{_prefix(run_task)}_{digest}-arraynode",
            run_task.task_type,
            bound,
            min_success_ratio,
            **kwargs,
        )
        self.sub_node_metadata: NodeMetadata = super().construct_node_metadata()
        self.sub_node_metadata.name = self.name

    def construct_node_metadata(self) -> NodeMetadata:
        """The array node has the task's name; everything else is the node's below it."""
        return NodeMetadata(name=self.name)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:
        """The data of the task that runs."""
        return self.run_task.get_custom(settings)

    def get_extended_resources(self, settings: SerializationSettings) -> Any:
        """Accelerator and shared memory of the task that runs."""
        return self.run_task.get_extended_resources(settings)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node; values that were bound come over what the call gives, which comes over partial arguments."""
        return super().__call__(*args, **{**self._partial_inputs, **kwargs, **self._bound_inputs_values})


class MapPythonTask(MappedTask):
    """A task of type `container_array`, which flytekit made before there were array nodes."""

    resolver_class = MapTaskResolver

    def __init__(
        self,
        python_function_task: RunTask | functools.partial[Any],
        concurrency: int | None = None,
        min_success_ratio: float | None = None,
        bound_inputs: set[str] | None = None,
        **kwargs: Any,
    ) -> None:
        run_task, self._partial_inputs = _unpacked(python_function_task)
        if not isinstance(run_task, (PythonFunctionTask, PythonInstanceTask)):
            raise _unmappable(run_task, "a task of a Python function, or a PythonInstanceTask")
        refuse_wrong_limits(run_task.name, concurrency, None, min_success_ratio, False)
        if min_success_ratio is None:
            raise invalid_mapping(run_task.name, "min_success_ratio is None, expected a number from 0 to 1")
        for name, value in self._partial_inputs.items():
            if isinstance(value, list):
                raise invalid_mapping(
                    run_task.name, f"input {name!r} is bound to a list", "use flytekit.map_task, which can bind lists"
                )
        self._limits = concurrency, min_success_ratio
        bound = set(self._partial_inputs) if isinstance(python_function_task, functools.partial) else bound_inputs
        bound = set(bound or ())
        digest = _digest(",".join(sorted(bound)))
        name = f"{_prefix(run_task)}_{digest}"
        super().__init__(run_task, name, "container_array", bound, min_success_ratio, **kwargs)

    def get_custom(self, settings: SerializationSettings) -> dict[str, Any] | None:  # noqa: ARG002
        """`flyteidl.plugins.ArrayJob` as JSON data, which writes whole numbers of 64 bits as text."""
        concurrency, ratio = self._limits
        custom: dict[str, Any] = {"minSuccessRatio": _single_precision(ratio)}
        if concurrency:
            custom["parallelism"] = str(concurrency)
        return custom

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Makes a node; what the call gives comes over partial arguments."""
        return super().__call__(*args, **{**self._partial_inputs, **kwargs})


def map_task(
    target: Any,
    concurrency: int | None = None,
    min_successes: int | None = None,
    min_success_ratio: float | None = 1.0,
    run_all_sub_nodes: bool = False,
    **kwargs: Any,
) -> ArrayNodeMapTask | ArrayNode:
    """What maps over a task, launch plan or reference task; every argument is flytekit's of the same name.

    Raises:
        UserError: FTC201 for a target that cannot be mapped over, and for limits that are no numbers.
    """
    limits = {
        "concurrency": concurrency,
        "min_successes": min_successes,
        "min_success_ratio": min_success_ratio,
        "run_all_sub_nodes": run_all_sub_nodes,
    }
    if isinstance(target, (LaunchPlan, ReferenceTask)):
        return array_node(target, **limits)  # type: ignore[arg-type]
    return array_node_map_task(target, **limits, **kwargs)  # type: ignore[arg-type]


def array_node_map_task(
    task_function: Any,
    concurrency: int | None = None,
    min_success_ratio: float | None = 1.0,
    run_all_sub_nodes: bool = False,
    **kwargs: Any,
) -> ArrayNodeMapTask:
    """What maps over a task; see `map_task`."""
    return ArrayNodeMapTask(
        task_function,
        concurrency=concurrency,
        min_success_ratio=min_success_ratio,
        run_all_sub_nodes=run_all_sub_nodes,
        **kwargs,
    )


def legacy_map_task(
    task_function: Any, concurrency: int = 0, min_success_ratio: float = 1.0, **kwargs: Any
) -> MapPythonTask:
    """What maps over a task without an array node; every argument is flytekit's of the same name."""
    return MapPythonTask(task_function, concurrency=concurrency, min_success_ratio=min_success_ratio, **kwargs)


def _unpacked(target: Any) -> tuple[Any, dict[str, Any]]:
    """The task in a partial, with the inputs that are bound by name; partial arguments by position are lost."""
    if isinstance(target, functools.partial):
        return target.func, target.keywords
    return target, {}


def _static_task(target: Any) -> RunTask:
    if isinstance(target, PythonInstanceTask):
        return target
    if isinstance(target, PythonFunctionTask) and target.execution_mode is PythonFunctionTask.ExecutionBehavior.DEFAULT:
        return target
    raise _unmappable(target, "a @task that is neither @dynamic nor @eager, a PythonInstanceTask or a launch plan")


def _unmappable(target: Any, expected: str) -> UserError:
    return user_error(
        INVALID_DECLARATION, f"map_task is given {shown(target)}, expected {expected}", at=caller_location()
    )


def _prefix(run_task: RunTask) -> str:
    """The start of a map task's name: flytekit puts the type of an instance task where the module of others stands."""
    try:
        place = run_task.place()
    except UserError as error:
        raise UserError(*(row.at(run_task.location) for row in error.findings)) from error
    first = run_task.task_type if isinstance(run_task, PythonInstanceTask) else place.module
    return f"{first}.map_{place.variable}"


def _single_precision(value: float) -> float:
    """The shortest number that 32 bits make the same of as of `value`, which is how protobuf's JSON writes it."""
    narrow = struct.Struct("f")
    packed = narrow.pack(value)
    (exact,) = narrow.unpack(packed)
    candidates = (float(f"{exact:.{digits}g}") for digits in range(6, 10))
    return next(number for number in candidates if narrow.pack(number) == packed)


def _digest(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
