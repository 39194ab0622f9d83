"""FTC394 to FTC397: values in the output that user code took from the machine, its environment, its clock, or chance.

What user code was given is compared with what is in the messages. Text that stands in the user's own source was written
there and not computed; text that came with the settings of the run is meant to be in the output.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

from flytec.checks.clock import Clock
from flytec.checks.local_paths import HINT as PATH_HINT
from flytec.checks.probes import Probe, chance_probe, environment_probe, folder_probe
from flytec.checks.walk import Leaf, leaves, node_at
from flytec.codes import CLOCK_VALUE, ENVIRONMENT_VALUE, LOCAL_PATH, RANDOM_VALUE, Code
from flytec.diagnostics import Diagnostic, Location, Severity, Subject
from flytec.ir.program import Unit
from flytec.records import dataclass

_LONG_TEXT = 12
_HINTS: Mapping[Code, str] = {
    ENVIRONMENT_VALUE: "Write the value down, or hand it to flytec as a setting.",
    RANDOM_VALUE: "Draw it in a task, or write it down.",
    CLOCK_VALUE: "Ask for the time in a task, or take it as an input.",
    LOCAL_PATH: PATH_HINT,
}
_CLOCK_MESSAGE = "a value is the time of the compilation, expected one that is the same in every run"


class Given(Protocol):
    """A value that user code was given: `what` says by which call, `location` on which line."""

    @property
    def what(self) -> str:
        """What gave it, as the subject of a sentence."""

    @property
    def value(self) -> Any:
        """The value itself."""

    @property
    def location(self) -> Location:
        """The user's line that asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What one compilation saw of its surroundings.

    `began` and `ended` are seconds since the epoch between which user code ran, both 0 where none of it asks for the
    time. `folders` are those of the machine that sources lie in, `settings` the texts that the settings have.
    `is_written` tells whether some source file has a text in it.
    """

    environment: Sequence[Given] = ()
    chance: Sequence[Given] = ()
    began: float = 0.0
    ended: float = 0.0
    folders: Collection[str] = ()
    settings: Collection[str] = ()
    is_written: Callable[[str], bool] = lambda _: False


def surrounding_values(units: Iterable[Unit], seen: Surroundings) -> list[Diagnostic]:
    """A warning for each value that the surroundings gave and messages have: once for each place of the user's."""
    tests = list(_tests(seen))
    clock = Clock.between(seen.began, seen.ended, seen.is_written) if seen.ended else None
    if not tests and clock is None:
        return []
    rows = [(unit, unit.data) for unit in units]
    everything = b"\0".join(data for _, data in rows)
    tests = [test for test in tests if _may_hold(everything, test.probe)]
    times = clock.pattern() if clock is not None and clock.pattern().search(everything) else None
    first: dict[tuple[Code, str, Location | None], Diagnostic] = {}
    entities: dict[tuple[Code, str, Location | None], set[Subject]] = {}
    for unit, data in rows if tests or times else ():
        likely = [test for test in tests if _may_hold(data, test.probe)]
        for finding in _in_unit(unit, likely, clock if times and times.search(data) else None, seen):
            key = (finding.code, finding.message, finding.location)
            first.setdefault(key, finding)
            assert finding.subject is not None, "all are about a value in a message"
            entities.setdefault(key, set()).add(replace(finding.subject, node="", field=""))
    return [_with_number(finding, len(entities[key])) for key, finding in first.items()]


class _Test(NamedTuple):
    code: Code
    message: str
    location: Location | None
    probe: Probe


def _tests(seen: Surroundings) -> Iterator[_Test]:
    for given in seen.environment:
        message = f"the output has the value of {given.what}, expected one that is the same everywhere"
        if probe := environment_probe(given.value):
            yield _Test(ENVIRONMENT_VALUE, message, given.location, probe)
    for given in seen.chance:
        message = f"the output has a value from {given.what}, expected one that is the same in every run"
        if probe := chance_probe(given.value):
            yield _Test(RANDOM_VALUE, message, given.location, probe)
    for folder in sorted(seen.folders):
        message = "a value has the path of a folder of this machine, expected one that is the same everywhere"
        if probe := folder_probe(folder):
            yield _Test(LOCAL_PATH, message, None, probe)


def _in_unit(unit: Unit, tests: Sequence[_Test], clock: Clock | None, seen: Surroundings) -> Iterator[Diagnostic]:
    for leaf in leaves(unit.message) if tests or clock else ():
        if leaf.path.startswith("description"):
            continue  # what people read, and taken from the source
        for test in tests:
            if test.probe.fits(leaf.value) and not _is_meant(leaf.value, seen):
                yield _diagnostic(unit, leaf, test.code, test.message, test.location)
        if clock is not None and clock.told(leaf) and not _is_meant(leaf.value, seen):
            yield _diagnostic(unit, leaf, CLOCK_VALUE, _CLOCK_MESSAGE, None)


def _may_hold(data: bytes, probe: Probe) -> bool:
    """Whether bytes have what the probe looks for."""
    return any(needle in data for needle in probe.needles)


def _is_meant(value: Any, seen: Surroundings) -> bool:
    """Whether a text comes from the settings, or stands in the source as a string of its own."""
    if not isinstance(value, str):
        return False
    if value in seen.settings or seen.is_written(f'"{value}"') or seen.is_written(f"'{value}'"):
        return True
    return len(value) >= _LONG_TEXT and seen.is_written(value)


def _diagnostic(unit: Unit, leaf: Leaf, code: Code, message: str, at: Location | None) -> Diagnostic:
    node = node_at(unit, leaf.path)
    return Diagnostic(
        code=code,
        message=message,
        severity=Severity.WARNING,
        location=at or unit.places.get(node) or unit.origin,
        hint=_HINTS[code],
        subject=Subject(kind=unit.kind.label, name=unit.id.name, node=node, field=leaf.path),
    )


def _with_number(finding: Diagnostic, entities: int) -> Diagnostic:
    others = {1: "", 2: "so has one more entity"}.get(entities, f"so have {entities - 1} more entities")
    return replace(finding, notes=(others,)) if others else finding
