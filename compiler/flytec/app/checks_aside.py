"""The rules, applied in a second process to each unit of a large program as soon as it is lowered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from flytec.app.aside import Aside
from flytec.app.checking import value_rules
from flytec.app.deployment import deployment_of
from flytec.checks.finding import Finding
from flytec.checks.identity import Hydration, Triple, triple_of
from flytec.checks.program import check_units
from flytec.ir.program import Kind, Program, Unit
from flytec.settings import ToolSettings

# With fewer modules, a copy of the process takes longer than the checks.
_MANY_MODULES = 100

T = TypeVar("T")


class Verdicts(NamedTuple):
    """What the rules find, each with the position of its unit: those of registration, and those about values."""

    registration: list[tuple[int, Finding]]
    values: list[tuple[int, Finding]]


class ChecksAside:
    """Checks of the units that one compilation lowers, while it goes on; `close` has to be called."""

    def __init__(self, tool: ToolSettings, cwd: Path) -> None:
        self._aside = Aside(partial(_verdicts, tool, cwd))
        self._sent: list[bytes] = []

    @property
    def are_under_way(self) -> bool:
        """Whether units are being checked."""
        return self._aside.is_under_way

    def begin(self, modules: int) -> None:
        """Begins, where there are so many modules that it is worth it; none of the user's code has run then."""
        if modules >= _MANY_MODULES:
            self._aside.begin()

    def take(self, unit: Unit) -> None:
        """Hands over the unit that was lowered next."""
        if self.are_under_way:
            self._sent.append(unit.data)
            self._aside.send(bytes((unit.kind,)) + unit.data)

    def verdicts(self, program: Program) -> Verdicts | None:
        """What the rules find in `program`, once they are done; None where they were not applied to this very program.

        When all is lowered, units may be changed or left out.
        """
        if not self.are_under_way or self._sent != [unit.data for unit in program]:
            return None
        return self._aside.result()

    def close(self) -> None:
        """Ends what is under way."""
        self._aside.close()


class _Arriving(Generic[T]):
    """What comes in one after the other, and can be gone through again: whoever wants more of it waits for that."""

    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._held: list[T] = []

    def __iter__(self) -> Iterator[T]:
        position = 0
        while position < len(self._held) or self._takes_one():
            yield self._held[position]
            position += 1

    def _takes_one(self) -> bool:
        for one in self._source:
            self._held.append(one)
            return True
        return False


def _verdicts(tool: ToolSettings, cwd: Path, rows: Iterator[bytes]) -> Verdicts:
    deployment = deployment_of(tool, cwd)
    units = _Arriving(_units(rows))
    hydration = Hydration(islice(units, 1), deployment.policy)
    found = list(check_units(units, hydration, deployment.platform, deployment.policy))
    positions = {id(unit): position for position, unit in enumerate(units)} if found else {}
    values = [(position, finding) for position, unit in enumerate(units) for finding in value_rules(unit)]
    return Verdicts([(positions[id(unit)], finding) for unit, finding in found], values)


def _units(rows: Iterable[bytes]) -> Iterator[Unit]:
    """The units of rows, which are all of one project, domain and version: those of the settings."""
    spelled: set[Triple] = set()
    for row in rows:
        unit = Unit.of_data(Kind(row[0]), row[1:])
        spelled.add(triple_of(unit.id))
        if len(spelled) > 1:
            raise ValueError(f"units are of {spelled}, expected one identity")
        yield unit
