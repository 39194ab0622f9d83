"""Tasks made of Python functions, and the decorator that makes them."""

from __future__ import annotations

import datetime
import functools
import inspect
import types
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, TypeVar

from flytec.authoring.arguments import FUNCTION, UINT32, takes
from flytec.authoring.auto_container import PythonAutoContainerTask
from flytec.authoring.caching import Cache, VersionParameters
from flytec.authoring.calls import call_entity, current_compilation
from flytec.authoring.docstring import Docstring
from flytec.authoring.documentation import Documentation
from flytec.authoring.entity import lacking
from flytec.authoring.interface import interface_of_function
from flytec.authoring.naming import EntityName, is_in_test_module, is_nested, is_wrapped_at_module_level
from flytec.authoring.recorder import current_recorder
from flytec.authoring.resolvers import TaskResolverMixin, default_task_resolver
from flytec.authoring.security import Secret
from flytec.authoring.source import caller_location, function_location
from flytec.authoring.task import DeckField, TaskMetadata
from flytec.codes import INVALID_CALL, INVALID_DECLARATION, TASK_NOT_AT_MODULE_LEVEL
from flytec.diagnostics import user_error
from flytec.settings.resources import Resources

T = TypeVar("T")
_ALL_DECKS = (
    DeckField.SOURCE_CODE,
    DeckField.DEPENDENCIES,
    DeckField.TIMELINE,
    DeckField.INPUT,
    DeckField.OUTPUT,
)


@lacking("compile_into_workflow dynamic_execute")
class PythonFunctionTask(PythonAutoContainerTask[T]):
    """A task that runs a Python function; name and interface are the function's."""

    __module__ = "flytekit.core.python_function_task"  # part of names

    class ExecutionBehavior(Enum):
        """What the container does with the function."""

        DEFAULT = 1
        DYNAMIC = 2
        EAGER = 3

    def __init__(
        self,
        task_config: T | None,
        task_function: Callable[..., Any],
        task_type: str = "python-task",
        ignore_input_vars: list[str] | None = None,
        execution_mode: ExecutionBehavior = ExecutionBehavior.DEFAULT,
        task_resolver: TaskResolverMixin | None = None,
        node_dependency_hints: Iterable[Any] | None = None,
        pickle_untyped: bool = False,
        **kwargs: Any,
    ) -> None:
        interface = interface_of_function(
            task_function, Docstring(callable_=task_function), pickle_untyped=pickle_untyped
        )
        self.task_function = task_function
        self._place = task_function, current_recorder().names.of_callable(task_function)
        self.execution_mode = execution_mode
        self.node_dependency_hints = node_dependency_hints
        super().__init__(
            self._place[1].full,
            task_config,
            task_type,
            interface=interface.remove_inputs(ignore_input_vars),
            task_resolver=task_resolver,
            location=function_location(task_function),
            **kwargs,
        )
        if self.task_resolver is default_task_resolver:
            _refuse_unreachable(task_function)
        if node_dependency_hints is not None and execution_mode is not self.ExecutionBehavior.DYNAMIC:
            raise user_error(
                INVALID_DECLARATION,
                f"{self.name} has node_dependency_hints but is not dynamic",
                at=self.location,
                hint="drop them: what a static task or workflow depends on is found without hints",
            )

    def place(self) -> EntityName:
        """The function's module and name."""
        function, place = self._place
        return place if self.task_function is function else current_recorder().names.of_callable(self.task_function)

    @property
    def name(self) -> str:
        """The function's full name, behind the module that instantiated the task where that is another one."""
        if self.instantiated_in and self.instantiated_in not in self._name:
            return f"{self.instantiated_in}.{self._name}"
        return self._name


@lacking("async_execute")
class AsyncPythonFunctionTask(PythonFunctionTask[T]):
    """A task that runs a coroutine function.

    Its call is a coroutine too, which no workflow body can await: `create_node`, `map_task` and imperative workflows
    make nodes of it.
    """

    __module__ = "flytekit.core.python_function_task"  # part of names

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Refuses the call, which with flytekit would make no node."""
        if current_compilation() is None:
            return super().__call__(*args, **kwargs)
        raise user_error(
            INVALID_CALL,
            f"{self.name} runs a coroutine function, so its call has to be awaited, which no workflow body can do",
            at=caller_location(),
            hint="call create_node with the task, from flytekit.core.node_creation",
        )

    def awaited_call(self, **kwargs: Any) -> Any:
        """Makes a node that runs the task."""
        return call_entity(self, (), kwargs)


class PythonInstanceTask(PythonAutoContainerTask[T]):
    """The base of tasks without a user function, found again by the variable that holds them."""

    __module__ = "flytekit.core.python_function_task"  # part of names

    def __init__(
        self,
        name: str,
        task_config: T | None,
        task_type: str = "python-task",
        task_resolver: TaskResolverMixin | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(name, task_config, task_type, task_resolver=task_resolver, **kwargs)


class TaskPlugins:
    """Which class makes the task for a `task_config` of which type."""

    @classmethod
    def register_pythontask_plugin(cls, plugin_config_type: type, plugin: type[PythonFunctionTask[Any]]) -> None:
        """Makes `plugin` the class of tasks that are configured by a `plugin_config_type`."""
        plugins = current_recorder().task_plugins
        if plugins.setdefault(plugin_config_type, plugin) is not plugin:
            raise user_error(
                INVALID_DECLARATION,
                f"{plugin_config_type.__name__} is registered as the config of {plugins[plugin_config_type].__name__} "
                f"already, not of {plugin.__name__}",
                at=caller_location(),
            )

    @classmethod
    def find_pythontask_plugin(cls, plugin_config_type: type) -> type[PythonFunctionTask[Any]]:
        """The class for configs of that very type, `PythonFunctionTask` where none is registered."""
        return current_recorder().task_plugins.get(plugin_config_type, PythonFunctionTask)


@takes(
    "@task",
    _task_function=FUNCTION,
    cache=(bool, Cache),
    cache_version=str,
    cache_serialize=bool,
    cache_ignore_input_vars=list[str],
    retries=UINT32,
    interruptible=bool,
    deprecated=str,
    environment=dict,
    requests=Resources,
    limits=Resources,
    resources=Resources,
    secret_requests=list[object],
    docs=Documentation,
    pod_template_name=str,
    task_resolver=TaskResolverMixin,
    shared_memory=(bool, str),
    labels=dict[str, str],
    annotations=dict[str, str],
)
def task(
    _task_function: Callable[..., Any] | None = None,
    task_config: Any = None,
    cache: bool | Cache = False,
    retries: int = 0,
    interruptible: bool | None = None,
    deprecated: str = "",
    timeout: datetime.timedelta | int = 0,
    container_image: Any = None,
    environment: dict[str, str] | None = None,
    requests: Resources | None = None,
    limits: Resources | None = None,
    secret_requests: list[Secret] | None = None,
    execution_mode: PythonFunctionTask.ExecutionBehavior = PythonFunctionTask.ExecutionBehavior.DEFAULT,
    node_dependency_hints: Iterable[Any] | None = None,
    task_resolver: TaskResolverMixin | None = None,
    docs: Documentation | None = None,
    disable_deck: bool | None = None,
    enable_deck: bool | None = None,
    deck_fields: tuple[DeckField, ...] | None = _ALL_DECKS,
    pod_template: Any = None,
    pod_template_name: str | None = None,
    accelerator: Any = None,
    pickle_untyped: bool = False,
    shared_memory: bool | str | None = None,
    resources: Resources | None = None,
    labels: dict[str, str] | None = None,
    annotations: dict[str, str] | None = None,
    **kwargs: Any,
) -> Any:
    """Declares the decorated function to be a task; every argument is flytekit's of the same name.

    Raises:
        UserError: FTC201 for arguments that are wrong or exclude each other, FTC203 for missing annotations, FTC212 for
            a function that the container could not import.
    """
    legacy = {name: kwargs.pop(name, None) for name in ("cache_serialize", "cache_version", "cache_ignore_input_vars")}
    if kwargs:
        raise user_error(
            INVALID_DECLARATION,
            f"@task does not take {', '.join(map(repr, sorted(kwargs)))}",
            at=caller_location(),
        )
    passed_on = {
        "container_image": container_image,
        "environment": environment,
        "requests": requests,
        "limits": limits,
        "secret_requests": secret_requests,
        "execution_mode": execution_mode,
        "node_dependency_hints": node_dependency_hints,
        "task_resolver": task_resolver,
        "disable_deck": disable_deck,
        "enable_deck": enable_deck,
        "deck_fields": deck_fields,
        "docs": docs,
        "pod_template": pod_template,
        "pod_template_name": pod_template_name,
        "accelerator": accelerator,
        "pickle_untyped": pickle_untyped,
        "shared_memory": shared_memory,
        "resources": resources,
        "labels": labels,
        "annotations": annotations,
    }

    def decorate(function: Callable[..., Any]) -> Any:
        parameters = functools.partial(VersionParameters, function, container_image, pod_template, pod_template_name)
        metadata = TaskMetadata(
            **_cache_metadata(cache, legacy, parameters),
            retries=retries,
            interruptible=interruptible,
            deprecated=deprecated,
            timeout=timeout,
        )
        instance = _task_class(task_config, function)(task_config, function, metadata=metadata, **passed_on)
        own = _kept_attributes(instance, function)
        functools.update_wrapper(instance, function)
        vars(instance).update(own)
        return instance

    return decorate if _task_function is None else decorate(_task_function)


def _kept_attributes(instance: PythonFunctionTask[Any], function: Callable[..., Any]) -> dict[str, Any]:
    """What `instance` keeps of its own where the function has an attribute of the same name."""
    attributes = getattr(function, "__dict__", None)
    if not attributes:
        return {}
    return {name: value for name, value in vars(instance).items() if name in attributes and name in _NOT_TAKEN_OVER}


# Attributes of tasks that the function's own do not replace: with flytekit they are properties.
_NOT_TAKEN_OVER = frozenset(
    (
        *("deck_fields", "enable_deck", "execution_mode", "has_interface", "instantiated_in", "location"),
        *("node_dependency_hints", "task_function"),
    )
)


def _task_class(task_config: Any, function: Callable[..., Any]) -> type[PythonFunctionTask[Any]]:
    plugin = TaskPlugins.find_pythontask_plugin(type(task_config))
    if not _is_coroutine_function(function):
        return plugin
    if plugin is PythonFunctionTask:
        return AsyncPythonFunctionTask
    if not issubclass(plugin, AsyncPythonFunctionTask):
        raise user_error(
            INVALID_DECLARATION,
            f"{function.__name__} is a coroutine function, which {plugin.__name__} cannot run",
            at=function_location(function),
        )
    return plugin


def _is_coroutine_function(function: Callable[..., Any]) -> bool:
    if type(function) is types.FunctionType and not function.__dict__:
        return bool(function.__code__.co_flags & inspect.CO_COROUTINE)
    return inspect.iscoroutinefunction(function)


def _cache_metadata(
    cache: bool | Cache, legacy: dict[str, Any], parameters: Callable[[], VersionParameters]
) -> dict[str, Any]:
    """The cache fields of `TaskMetadata`, from a `Cache` or from the separate arguments that came before it."""
    version, serialize = legacy["cache_version"], legacy["cache_serialize"]
    ignored = legacy["cache_ignore_input_vars"]
    if cache is True and version is None:
        cache = Cache(serialize=bool(serialize), ignored_inputs=ignored or ())
    if isinstance(cache, Cache):
        if any(value is not None for value in legacy.values()):
            raise user_error(
                INVALID_DECLARATION,
                "a Cache is given together with cache_version, cache_serialize or cache_ignore_input_vars",
                at=caller_location(),
                hint="set all of them in the Cache",
            )
        version, serialize = cache.get_version(parameters()), cache.serialize
        ignored, cache = cache.get_ignored_inputs(), True
    return {
        "cache": cache,
        "cache_version": "" if version is None else version,
        "cache_serialize": False if serialize is None else serialize,
        "cache_ignore_input_vars": () if ignored is None else ignored,
    }


def _refuse_unreachable(function: Callable[..., Any]) -> None:
    """The container finds a task as a variable of its module, so the function must be defined at module level.

    Test modules are exempt as with flytekit, and so is a wrapper that functools.wraps made of a module-level function.
    """
    if not is_nested(function) or is_in_test_module(function) or is_wrapped_at_module_level(function):
        return
    raise user_error(
        TASK_NOT_AT_MODULE_LEVEL,
        f"{function.__qualname__} is defined inside a function, so the container cannot import it",
        at=function_location(function),
        hint="define the task at module level, and use functools.wraps in decorators under @task",
    )
