"""The text of the sources of a run, each file read once, and when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from flytec.load.plan import LoadPlan
from flytec.records import dataclass


@dataclass(slots=True)
class SourceFiles:
    """The files of a plan, by absolute path."""

    paths: Sequence[str] = ()
    _read: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: LoadPlan) -> SourceFiles:
        """The files of the plan's modules."""
        return cls([module.path for module in plan.modules])

    def data(self, path: str) -> bytes:
        """What a file holds, nothing where it cannot be read; it need not be one of the plan's."""
        if path not in self._read:
            try:
                with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - for thousands of files
                    self._read[path] = stream.read()
            except (OSError, ValueError):
                self._read[path] = b""
        return self._read[path]

    def have(self, text: str) -> bool:
        """Whether one of the files has a text in it."""
        needle = text.encode(errors="surrogateescape")
        return any(needle in self.data(path) for path in self.paths)
