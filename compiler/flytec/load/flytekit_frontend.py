"""The front end that runs the real flytekit: its registry and its translator make the messages.

The only file that imports flytekit, and only when this front end is asked for.
"""

from __future__ import annotations

import inspect
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flytec.authoring.source import user_failure
from flytec.codes import BODY_FAILED, FRONTEND_MISSING
from flytec.diagnostics import Diagnostic, FlytecError, Location, cannot_run
from flytec.ir import pb
from flytec.ir.program import Kind, Program, Unit

if TYPE_CHECKING:
    from flytec.settings.serialization import SerializationSettings


def require_flytekit() -> None:
    """Imports flytekit, before user modules do.

    Raises:
        CannotRunError: FTC107 where it is not installed.
    """
    try:
        import flytekit  # noqa: F401
    except ImportError as error:
        raise cannot_run(
            FRONTEND_MISSING,
            f"the flytekit front end needs flytekit, which cannot be imported: {error}",
            hint="install flytec[flytekit], or drop --frontend flytekit",
        ) from error


@contextmanager
def serializing(settings: SerializationSettings) -> Iterator[None]:
    """Gives flytekit its serialization context and an empty registry, and takes both away again."""
    from flytekit.configuration import SerializationSettings as RealSettings
    from flytekit.core.context_manager import FlyteContextManager, FlyteEntities
    from flytekit.core.launch_plan import LaunchPlan

    entities, plans = list(FlyteEntities.entities), dict(LaunchPlan.CACHE)
    FlyteEntities.entities.clear()
    LaunchPlan.CACHE.clear()

    class Settings(RealSettings):  # type: ignore[misc]
        """Carried settings leave out the folder of the sources, which means nothing in a container."""

        def to_json(self, *args: Any, **kwargs: Any) -> str:
            carried = self.new_builder()
            carried.source_root = None
            text: str = carried.build().to_json(*args, **kwargs)
            return text

    real = Settings.from_json(settings.to_json())
    try:
        with FlyteContextManager.with_context(FlyteContextManager.current_context().with_serialization_settings(real)):
            yield
    finally:
        FlyteEntities.entities[:] = entities
        LaunchPlan.CACHE.clear()
        LaunchPlan.CACHE.update(plans)


def translate(failed_modules: frozenset[str]) -> tuple[Program, tuple[Diagnostic, ...]]:
    """The program of all entities that user modules have registered with flytekit, and what it refused to translate.

    Without those that modules left behind which failed later on. Call it inside `serializing`. The order is that
    of declaration, each entity behind what it needs.
    """
    from flytekit.core.base_task import PythonTask
    from flytekit.core.context_manager import FlyteContextManager, FlyteEntities
    from flytekit.core.launch_plan import LaunchPlan
    from flytekit.core.python_function_task import EagerAsyncPythonFunctionTask
    from flytekit.core.workflow import WorkflowBase

    context = FlyteContextManager.current_context()
    translated: OrderedDict[Any, Any] = OrderedDict()
    findings = []
    for entity in FlyteEntities.entities.copy():
        if not isinstance(entity, (PythonTask, WorkflowBase, LaunchPlan)) or _made_in(entity) in failed_modules:
            continue
        try:
            _translate(translated, context, entity)
            workflow = entity.get_as_workflow() if isinstance(entity, EagerAsyncPythonFunctionTask) else entity
            if isinstance(workflow, WorkflowBase):
                _translate(translated, context, LaunchPlan.get_default_launch_plan(context, workflow))
        except FlytecError:
            raise
        except Exception as error:
            findings.append(_refusal(entity, error))
    return Program(tuple(_units(translated))), tuple(findings)


def _made_in(entity: Any) -> str | None:
    """The module that was being imported when the entity was made, as far as flytekit knows: not of launch plans."""
    made = getattr(entity, "workflow", entity)
    module: str | None = getattr(made, "_instantiated_in", None)
    return module


def _translate(translated: OrderedDict[Any, Any], context: Any, entity: Any) -> None:
    from flytekit.tools.translator import get_serializable

    get_serializable(translated, context.serialization_settings, entity)


def _units(translated: OrderedDict[Any, Any]) -> Iterator[Unit]:
    for entity, model in translated.items():
        if not hasattr(model, "to_flyte_idl") or not hasattr(entity, "name"):
            continue
        message = model.to_flyte_idl()
        kind = _KINDS.get(type(message))
        if kind is not None:
            _sort_upstream_ids(message)
            yield Unit(kind=kind, message=message, origin=_origin(entity))


_KINDS: dict[type, Kind] = {
    pb.TaskSpec: Kind.TASK,
    pb.WorkflowSpec: Kind.WORKFLOW,
    pb.LaunchPlan: Kind.LAUNCH_PLAN,
}


def _sort_upstream_ids(message: Any) -> None:
    """flytekit collects them in a set, so their order would follow the hash seed."""
    if not isinstance(message, pb.WorkflowSpec):
        return
    for template in (message.template, *message.sub_workflows):
        for node in template.nodes:
            node.upstream_node_ids.sort()


def _origin(entity: Any) -> Location | None:
    function = getattr(entity, "task_function", None) or getattr(entity, "_workflow_function", None)
    if function is None and hasattr(entity, "workflow"):
        function = getattr(entity.workflow, "_workflow_function", None)
    return _place_of(function) if callable(function) else None


def _place_of(function: Callable[..., Any]) -> Location | None:
    code = getattr(inspect.unwrap(function), "__code__", None)
    return None if code is None else Location(code.co_filename, code.co_firstlineno)


def _refusal(entity: Any, error: Exception) -> Diagnostic:
    _, frames = user_failure(error)
    return Diagnostic(
        code=BODY_FAILED,
        message=f"flytekit does not translate {entity.name}: {type(error).__name__}: {error}",
        location=_origin(entity),
        frames=frames,
    )
