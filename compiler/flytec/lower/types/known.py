"""What a compilation knows of types beyond the table: the plug-ins that are there, and what the settings say."""

from collections.abc import Mapping
from dataclasses import field, replace

from flytec.authoring.recorder import Recorder
from flytec.lower.literals.kinds import Kind, PythonType, dotted_names
from flytec.lower.types import blobs
from flytec.lower.types.mapped import mapped_kind
from flytec.lower.types.named import PLUGGED
from flytec.lower.types.rows import PICKLE
from flytec.records import dataclass
from flytec.settings.types import NamedType


@dataclass(frozen=True, slots=True)
class Known:
    """`plugins` are the names behind `flytekitplugins.`, `settings` the types of `[tool.flytec.types]`."""

    plugins: frozenset[str] = frozenset()
    settings: Mapping[str, NamedType] = field(default_factory=dict)

    def kind_of(self, python_type: PythonType) -> Kind | None:
        """What the settings say of a class or the nearest of its bases that they name."""
        if self.settings:
            for name in dotted_names(python_type):
                if name in self.settings:
                    return mapped_kind(name, self.settings[name])
        return None

    def pickle(self, python_type: PythonType) -> Kind:
        """The row of a class that there is no other for; the warning names the plug-in that would have one."""
        for name in dotted_names(python_type):
            plugin, _ = PLUGGED.get(name, ("", None))
            if plugin:
                return replace(PICKLE, type_of=blobs.pickle_but_for(plugin))
        return PICKLE


NOTHING_KNOWN = Known()


def known_to(recorder: Recorder) -> Known:
    """What is known once user modules have loaded."""
    return Known(recorder.set_plugins.union(recorder.plugins), recorder.named_types)
