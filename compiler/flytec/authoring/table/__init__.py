"""The stand-in's table of flytekit names: which of our objects each resolves to while user modules load.

`TABLE` maps a module's dotted name to its public names. A name that is not in it is an error that names it; so is a
whole module. To support a name, add its row to the file of its area.
"""

from collections.abc import Mapping
from types import MappingProxyType

from flytec.authoring.table import configuration, core, models, running, types
from flytec.authoring.table.rows import MENTIONED, Refused, Row

__all__ = ["MENTIONED", "TABLE", "Refused", "Row"]


def _merged(*areas: Mapping[str, Mapping[str, Row]]) -> Mapping[str, Mapping[str, Row]]:
    table: dict[str, dict[str, Row]] = {}
    for area in areas:
        for module, names in area.items():
            table.setdefault(module, {}).update(names)
    return MappingProxyType({module: MappingProxyType(names) for module, names in table.items()})


TABLE: Mapping[str, Mapping[str, Row]] = _merged(
    core.NAMES, configuration.NAMES, models.NAMES, types.NAMES, running.NAMES
)
