"""The task that gives its inputs back, in the control plane itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flytec.authoring.interface import Interface
from flytec.authoring.task import PythonTask


class Echo(PythonTask[None]):
    """A task of type `echo`: its outputs are its inputs, in their order."""

    _TASK_TYPE = "echo"

    def __init__(self, name: str, inputs: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        outputs = {f"o{position}": kind for position, kind in enumerate((inputs or {}).values())}
        super().__init__(self._TASK_TYPE, name, None, Interface(inputs, outputs), **kwargs)
