"""What user modules declare while they load: the entities, in order, and the launch plans by name."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flytec.authoring.naming import ModuleNames
from flytec.authoring.source import caller_location
from flytec.codes import RUN_AT_COMPILE
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from flytec.authoring.entity import Entity
    from flytec.authoring.function_task import PythonFunctionTask
    from flytec.authoring.image_spec import ImageSpec
    from flytec.authoring.launch_plan import LaunchPlan
    from flytec.authoring.type_engine import Registration
    from flytec.settings.types import NamedType

_active: ContextVar["Recorder"] = ContextVar("flytec_recorder")


class Recorder:
    """The registry of one compilation.

    `entities` keeps the order of declaration, which is the order of emission. `launch_plans` is keyed by name because
    flytekit's own cache is: a workflow's default launch plan is whatever launch plan bears the workflow's name.
    `image_names` says what stands for images that are described, but not built; `image_specs` are those that are to be
    built for what was lowered, by name, an image behind the one that it is based on, `named_image_specs` those whose
    name user code asked for. `transformers` are those of the user's own, by the Python types that they make known;
    `dataset_handlers` what encoders and decoders are for.
    `has_placeholders` says that some stand for modules that user modules imported.
    `plugins` are those that user modules imported, by the name behind `flytekitplugins`, `set_plugins` those that the
    settings name. `named_types` is what the settings say of types, by dotted name.
    """

    def __init__(
        self,
        package_root: str = "auto",
        plugins: Iterable[str] = (),
        named_types: Mapping[str, "NamedType"] = MappingProxyType({}),
    ) -> None:
        self.entities: list[Entity] = []
        self.launch_plans: dict[str, LaunchPlan] = {}
        self.names = ModuleNames(package_root)
        self.image_names: dict[str, str] = {}
        self.image_specs: dict[str, ImageSpec] = {}
        self.named_image_specs: dict[str, ImageSpec] = {}
        self.task_plugins: dict[type, type[PythonFunctionTask[Any]]] = {}
        self.transformers: dict[Any, Registration] = {}
        self.dataset_handlers: set[tuple[Any, ...]] = set()
        self.has_placeholders = False
        self.plugins: set[str] = set()
        self.set_plugins = frozenset(plugins)
        self.named_types = named_types

    def discard(self, modules: frozenset[str]) -> None:
        """Drops what modules that failed to load had declared before they failed."""
        self.entities = [entity for entity in self.entities if entity.instantiated_in not in modules]
        self.launch_plans = {n: lp for n, lp in self.launch_plans.items() if lp.instantiated_in not in modules}


@contextmanager
def recording(recorder: Recorder) -> Iterator[Recorder]:
    """Makes `recorder` the one that declarations go to, in this context only."""
    token = _active.set(recorder)
    try:
        yield recorder
    finally:
        _active.reset(token)


def placeholders_are_about() -> bool:
    """Whether a compilation is under way in which placeholders stand for modules."""
    recorder = _active.get(None)
    return recorder is not None and recorder.has_placeholders


def current_recorder() -> Recorder:
    """The recorder that declarations go to; an error where no compilation is under way."""
    recorder = _active.get(None)
    if recorder is None:
        raise user_error(
            RUN_AT_COMPILE,
            "an entity is declared outside of a compilation, for example in a thread that a module started",
            at=caller_location(),
            hint="declare tasks, workflows and launch plans at module level, in the thread that imports the module",
        )
    return recorder
