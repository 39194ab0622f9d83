"""Nodes of a workflow: which entity runs, on which inputs, after which nodes, with which overrides."""

from __future__ import annotations

import datetime
from dataclasses import field
from typing import TYPE_CHECKING, Any

from flytec.authoring.arguments import UINT32, takes
from flytec.authoring.caching import Cache
from flytec.authoring.dns import dns_label
from flytec.authoring.promise import NodeOutput, Promise
from flytec.authoring.source import caller_location
from flytec.codes import INVALID_DECLARATION, INVALID_PROMISE_USE
from flytec.diagnostics import Location, UserError, user_error
from flytec.records import dataclass
from flytec.settings.resources import Resources, ResourceSpec

if TYPE_CHECKING:
    from flytec.authoring.entity import Callee
    from flytec.authoring.interface import Interface

# flytekit leaves the id of the start node empty in references.
START_NODE_ID = ""
FAILURE_NODE_ID = "efn"
_UNSET = object()
_QUANTITIES = ("cpu", "mem", "gpu", "ephemeral_storage")


@dataclass(slots=True)
class NodeMetadata:
    """`flyteidl.core.NodeMetadata`: `None` leaves a field to the task's own metadata."""

    name: str
    timeout: datetime.timedelta | None = None
    retries: int = 0
    interruptible: bool | None = None
    cacheable: bool | None = None
    cache_version: str | None = None
    cache_serializable: bool | None = None

    def values(self) -> tuple[object, ...]:
        """What the fields hold at the moment."""
        return (
            *(self.name, self.timeout, self.retries, self.interruptible),
            *(self.cacheable, self.cache_version, self.cache_serializable),
        )


@dataclass(slots=True)
class NodeOverrides:
    """What `with_overrides` changes of the task itself: `flyteidl.core.TaskNodeOverrides` and aliases."""

    requests: Resources | None = None
    limits: Resources | None = None
    has_resources: bool = False
    container_image: Any = None
    accelerator: Any = None
    shared_memory: bool | str | None = None
    pod_template: Any = None
    aliases: dict[str, str] = field(default_factory=dict)


class Node:
    """One node; `_inputs` maps input names to promises and values, in order of name, and `_overrides` is `None` until
    something is overridden.

    `create_node` sets the outputs as attributes. Their names do not begin with an underscore, so what flytekit's nodes
    do not have does here.
    """

    TIMEOUT_OVERRIDE_SENTINEL = _UNSET

    def __init__(
        self,
        *,
        id: str,  # noqa: A002
        metadata: NodeMetadata,
        inputs: dict[str, Any],
        interface: Interface,
        entity: Callee | None,
        location: Location | None,
    ) -> None:
        self._id = dns_label(id)
        self.metadata = metadata
        self._inputs = inputs
        self._interface = interface
        self.flyte_entity = entity
        self._location = location
        self.upstream_nodes: list[Node] = _producers(inputs)
        self._overrides: NodeOverrides | None = None
        self._outputs: dict[str, Promise] | None = None

    @property
    def id(self) -> str:
        """The node's id in its workflow."""
        return self._id

    @property
    def name(self) -> str:
        """The node's id in its workflow."""
        return self._id

    @property
    def outputs(self) -> dict[str, Promise]:
        """Outputs by name, for nodes that `create_node` made."""
        if self._outputs is None:
            raise user_error(
                INVALID_PROMISE_USE,
                f"outputs of node {self._id} are asked for, but only nodes made by create_node have them",
                at=caller_location(),
            )
        return self._outputs

    def runs_before(self, other: Node) -> None:
        """Makes `other` wait for this node."""
        if not isinstance(other, Node):
            raise user_error(
                INVALID_PROMISE_USE,
                f"node {self._id} is ordered before {type(other).__name__}, expected another node",
                at=caller_location(),
                hint="make both with create_node, or order the results of two calls",
            )
        if self not in other.upstream_nodes:
            other.upstream_nodes.append(self)

    def __repr__(self) -> str:
        return f"node {self._id}"

    def __rshift__(self, other: Node) -> Node:
        self.runs_before(other)
        return other

    @takes(
        "with_overrides",
        node_name=str,
        aliases=dict[str, str],
        retries=UINT32,
        interruptible=bool,
        name=str,
        cache=(bool, Cache),
        cache_version=str,
        cache_serialize=bool,
        shared_memory=(bool, str),
    )
    def with_overrides(
        self,
        node_name: str | None = None,
        aliases: dict[str, str] | None = None,
        requests: Resources | None = None,
        limits: Resources | None = None,
        timeout: Any = _UNSET,
        retries: int | None = None,
        interruptible: bool | None = None,
        name: str | None = None,
        task_config: Any = None,
        container_image: str | None = None,
        accelerator: Any = None,
        cache: bool | Cache | None = None,
        shared_memory: bool | str | None = None,
        pod_template: Any = None,
        resources: Resources | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> Node:
        """Overrides what the task declares, for this node only; every argument is flytekit's of the same name.

        Raises:
            UserError: FTC201 for arguments of a wrong type or that exclude each other, FTC208 for a promise where a
                value is needed.
        """
        _refuse_promises(locals(), ("node_name", "retries", "interruptible", "cache", "container_image", "accelerator"))
        _refuse_promises(locals(), ("shared_memory", "pod_template"))
        if self._overrides is None:
            self._overrides = NodeOverrides()
        changes = self._overrides
        if node_name is not None:
            self._id = dns_label(node_name)
        if aliases is not None:
            changes.aliases = dict(aliases)
        self._override_resources(changes, requests, limits, resources)
        if task_config is not None:
            self._override_task_config(task_config)
        if container_image is not None:
            changes.container_image = self._image_name(container_image)
        # Set or not: a later call that names neither takes both back.
        changes.accelerator = accelerator
        changes.shared_memory = shared_memory
        self._override_metadata(name, timeout, retries, interruptible)
        self._override_cache(cache, kwargs)
        if pod_template is not None:
            changes.pod_template = pod_template
        return self

    def _override_resources(
        self,
        changes: NodeOverrides,
        requests: Resources | None,
        limits: Resources | None,
        resources: Resources | None,
    ) -> None:
        if resources is not None:
            if requests is not None or limits is not None:
                raise _invalid("resources is given together with requests or limits, expected resources alone")
            spec = ResourceSpec.from_multiple_resource(resources)
            requests, limits = spec.requests, spec.limits
        if requests is None and limits is None:
            return
        for what, value in (("requests", requests), ("limits", limits)):
            if value is not None and not isinstance(value, Resources):
                raise _invalid(f"{what} of node {self._id} is {value!r}, expected flytekit.Resources")
            quantities = {f"{what}.{name}": getattr(value, name) for name in _QUANTITIES} if value else {}
            _refuse_promises(quantities, tuple(quantities))
        changes.requests = requests
        changes.limits = limits
        changes.has_resources = True

    def _image_name(self, image: Any) -> str:
        """`image`, which flytekit cannot serialize here unless it is a name."""
        if not isinstance(image, str):
            kind = type(image).__name__
            raise _invalid(f"container_image of node {self._id} is of type {kind}, expected the name of an image")
        return image

    def _override_task_config(self, task_config: Any) -> None:
        target: Any = getattr(self.flyte_entity, "run_task", self.flyte_entity)
        if not hasattr(target, "task_config"):
            raise _invalid(f"task_config of node {self._id} is overridden, but {target.name} has none")
        if not isinstance(task_config, type(target.task_config)):
            raise _invalid(
                f"task_config of node {self._id} is of type {type(task_config).__name__}, "
                f"expected {type(target.task_config).__name__}"
            )
        target._task_config = task_config

    def _override_metadata(
        self, name: str | None, timeout: Any, retries: int | None, interruptible: bool | None
    ) -> None:
        metadata = self._overridden_metadata()
        if timeout is not _UNSET:
            metadata.timeout = as_timeout(timeout)
        if retries is not None:
            metadata.retries = retries
        if interruptible is not None:
            metadata.interruptible = interruptible
        if name is not None:
            metadata.name = name

    def _override_cache(self, cache: bool | Cache | None, kwargs: dict[str, Any]) -> None:
        metadata = self._overridden_metadata()
        version, serialize = kwargs.get("cache_version"), kwargs.get("cache_serialize")
        _refuse_promises(kwargs, ("cache_version", "cache_serialize"))
        if cache is True and version is None:
            cache = Cache(
                serialize=serialize if serialize is not None else False,
                ignored_inputs=kwargs.get("cache_ignore_input_vars") or (),
            )
        if isinstance(cache, Cache):
            if version is not None or serialize is not None:
                raise _invalid("a Cache is given together with cache_version or cache_serialize, expected Cache alone")
            if cache.version is None:
                raise _invalid("cache has no version, but overriding a cache needs one")
            version, serialize, cache = cache.version, cache.serialize, True
        metadata.cacheable = cache
        if version is not None:
            metadata.cache_version = version
        if serialize is not None:
            metadata.cache_serializable = serialize

    def _overridden_metadata(self) -> NodeMetadata:
        """A map task's overrides go to the node that runs once an item, all others to the node itself."""
        own: NodeMetadata | None = getattr(self.flyte_entity, "sub_node_metadata", None)
        return own if own is not None else self.metadata


_SECONDS = range(-315_576_000_000, 315_576_000_001)  # google.protobuf.Duration: 10,000 years


def as_timeout(value: Any) -> datetime.timedelta | None:
    """Seconds or a timedelta as a timedelta; `None` stays `None`."""
    if value is None or isinstance(value, datetime.timedelta):
        return value
    if isinstance(value, int) and value in _SECONDS:
        return datetime.timedelta(seconds=value)
    raise _invalid(f"timeout is {value!r}, expected a datetime.timedelta or whole seconds")


def promises_in(value: Any) -> list[Promise]:
    """The promises that `value` is made of: itself, or the members of lists and dicts, however deep."""
    match value:
        case Promise():
            return [value]
        case list():
            return [promise for item in value for promise in promises_in(item)]
        case dict():
            return [promise for item in value.values() for promise in promises_in(item)]
        case _:
            return []


def start_node() -> Node:
    """The node that a workflow's inputs come from."""
    from flytec.authoring.interface import Interface

    metadata = NodeMetadata(name="")
    return Node(id=START_NODE_ID, metadata=metadata, inputs={}, interface=Interface(), entity=None, location=None)


def input_promises(names: list[str]) -> dict[str, Promise]:
    """Promises of a workflow's own inputs, by name."""
    start = start_node()
    return {name: Promise(name, NodeOutput(start, name)) for name in names}


def _producers(inputs: dict[str, Any]) -> list[Node]:
    producers: dict[Node, None] = {}
    for value in inputs.values():
        if type(value) is Promise:
            producers[value._ref.node] = None
        elif isinstance(value, (list, dict, Promise)):
            producers.update((promise._ref.node, None) for promise in promises_in(value))
    return [node for node in producers if node._id != START_NODE_ID]


def _refuse_promises(values: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if isinstance(values.get(name), Promise):
            raise user_error(
                INVALID_PROMISE_USE,
                f"{name} is overridden by a promise, expected a value that is known while compiling",
                at=caller_location(),
            )


def _invalid(message: str) -> UserError:
    return user_error(INVALID_DECLARATION, message, at=caller_location())
