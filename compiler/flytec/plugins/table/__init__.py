"""The table of plug-ins: which of our objects each name of `flytekitplugins` resolves to, and which config makes what.

To support a plug-in, add its rows to the file of its area; to add an area, add its file here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from flytec.authoring.rows import Row, StandInTable, TaskPluginTable
from flytec.plugins.table import compute, environment, sagemaker, services, types


def _names(*areas: StandInTable) -> StandInTable:
    return MappingProxyType({module: MappingProxyType(dict(names)) for area in areas for module, names in area.items()})


def _configs(*areas: Mapping[str, Mapping[str, str]]) -> TaskPluginTable:
    return MappingProxyType({name: tuple(pairs.items()) for area in areas for name, pairs in area.items()})


TABLE: Mapping[str, Mapping[str, Row]] = _names(
    compute.NAMES, environment.NAMES, sagemaker.NAMES, services.NAMES, types.NAMES
)

# By the name of a plug-in, its config classes with the class of tasks that each makes: what importing it registers.
TASK_PLUGINS: TaskPluginTable = _configs(compute.TASK_PLUGINS, sagemaker.TASK_PLUGINS, services.TASK_PLUGINS)
