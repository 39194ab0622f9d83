"""What the stand-in serves: flytekit's names, and those of its plug-ins."""

from types import MappingProxyType

from flytec.authoring.rows import StandInTable
from flytec.authoring.table import TABLE as FLYTEKIT
from flytec.plugins.table import TABLE as PLUGINS
from flytec.plugins.table import TASK_PLUGINS

__all__ = ["TABLE", "TASK_PLUGINS"]

TABLE: StandInTable = MappingProxyType({**FLYTEKIT, **PLUGINS})
