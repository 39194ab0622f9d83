"""The stand-in's table of flytekit names: which of our objects each resolves to while user modules load.

`TABLE` maps a module's dotted name to its public names. A name that is not in it is an error that names it; so is a
whole module. To support a name, add its row to the file of its area.
"""

from types import MappingProxyType

from flytec.authoring.rows import Row, StandInTable
from flytec.authoring.table import (
    artifacts,
    conditionals,
    configuration,
    containers,
    core,
    mapping,
    mentioned,
    models,
    references,
    refused,
    running,
    task_kinds,
    types,
)
from flytec.authoring.table.reexported import reexported


def _merged(*areas: StandInTable) -> StandInTable:
    table: dict[str, dict[str, Row]] = {}
    for area in areas:
        for module, names in area.items():
            table.setdefault(module, {}).update(names)
    return MappingProxyType({module: MappingProxyType(names) for module, names in table.items()})


# A later area's row for a name replaces an earlier one's: what is had, is not refused.
_DEFINED = _merged(
    refused.NAMES,
    mentioned.NAMES,
    core.NAMES,
    artifacts.NAMES,
    conditionals.NAMES,
    mapping.NAMES,
    references.NAMES,
    task_kinds.NAMES,
    configuration.NAMES,
    models.NAMES,
    types.NAMES,
    running.NAMES,
    containers.NAMES,
)

TABLE: StandInTable = _merged(reexported(_DEFINED), _DEFINED)
