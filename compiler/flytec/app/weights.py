"""What becomes of findings: comments in the source leave some out, settings weigh the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flytec.app.source_files import SourceFiles
from flytec.codes import UNUSED_IGNORE, all_codes
from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.load.ignores import Ignore, ignores_in
from flytec.records import dataclass
from flytec.settings.check import EVERYWHERE, CheckSettings, Rule, fits

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Of these codes errors say that a part of the program is not there: to go on without it is no matter of opinion.
_FACTS = ("FTC1", "FTC2", "FTC4", "FTC5", "FTC6", "FTC9")
_SEVERITIES = {"warn": Severity.WARNING, "error": Severity.ERROR}
_UNIGNORABLE = "is an error that stands in the way of the compilation"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The findings that are left, and how many were left out."""

    findings: tuple[Diagnostic, ...]
    ignored: int


@dataclass(slots=True)
class Comments:
    """The comments of source files, and the codes in them that have served."""

    sources: SourceFiles
    _read: dict[str, tuple[Ignore, ...]] = field(default_factory=dict)
    _used: set[tuple[str, int, str]] = field(default_factory=set)
    _refused: set[tuple[str, int, str]] = field(default_factory=set)

    def ignores(self, finding: Diagnostic) -> bool:
        """Whether a comment at the finding's line leaves it out."""
        place = finding.location
        if place is None or not place.line or not os.path.isabs(place.path):  # noqa: PTH117 - for each finding
            return False
        found = False
        for row in self._of(place.path):
            if place.line not in row.counts_for:
                continue
            for code in row.codes:
                if fits(code, finding.code):
                    (self._refused if _is_fact(finding) else self._used).add((place.path, row.line, code))
                    found = not _is_fact(finding)
        return found

    def unused(self) -> Iterator[Diagnostic]:
        """A warning for each code in a comment of the sources that no finding fits."""
        for path in self.sources.paths:
            for row in self._of(path):
                place = Location(path, row.line)
                if not row.codes:
                    yield _unused(place, "the comment ignores no code, expected flytec: ignore[CODE]")
                for code in row.codes:
                    if (path, row.line, code) not in self._used:
                        yield _unused(place, self._reason(path, row, code))

    def _reason(self, path: str, row: Ignore, code: str) -> str:
        if (path, row.line, code) in self._refused:
            return f"the comment ignores {code}, which {_UNIGNORABLE}"
        if not any(fits(code, known) for known in all_codes()):
            return f"the comment ignores {code!r}, expected the number or name of a code"
        return f"the comment ignores {code}, but the statement has no such finding"

    def _of(self, path: str) -> tuple[Ignore, ...]:
        if path not in self._read:
            self._read[path] = ignores_in(self.sources.data(path))
        return self._read[path]


def weigh(
    findings: Iterable[Diagnostic], settings: CheckSettings, *, comments: Comments, cwd: str, complete: bool
) -> Weighed:
    """The findings that comments and settings leave, each with the weight that the settings give it.

    Args:
        findings: with absolute paths, or with such as count from `cwd`.
        settings: their paths are absolute.
        comments: those of the sources, where the findings come from sources.
        cwd: the working folder.
        complete: whether all rules were applied, so that a comment which fits nothing is useless.
    """
    rows = tuple(findings)
    left = [row for row in rows if not comments.ignores(row)]
    if complete and is_whole(rows):
        left += comments.unused()
    rules = _Rules.of(settings, cwd)
    kept = [weighed for row in left if (weighed := rules.weighed(row)) is not None]
    return Weighed(tuple(kept), len(rows) - sum(row.code is not UNUSED_IGNORE for row in kept))


def is_whole(findings: Iterable[Diagnostic]) -> bool:
    """Whether the whole program was there to be checked: no error says that a part of it did not load or lower."""
    return not any(map(_is_fact, findings))


@dataclass(frozen=True, slots=True)
class _Rules:
    """Rules in the order in which they count, and their paths."""

    rules: Sequence[Rule]
    paths: Mapping[str, GitIgnoreSpec]
    cwd: str

    @classmethod
    def of(cls, settings: CheckSettings, cwd: str) -> _Rules:
        rules = sorted(settings.rules(), key=lambda rule: rule.rank)
        return cls(rules, _specs({rule.path for rule in rules} - {EVERYWHERE}), cwd)

    def weighed(self, finding: Diagnostic) -> Diagnostic | None:
        """The finding with the weight that the first rule gives it that fits, `None` where that ignores it."""
        if _is_fact(finding):
            return finding
        for rule in self.rules:
            if fits(rule.code, finding.code) and self._lies_in(finding, rule.path):
                return None if rule.weight == "ignore" else replace(finding, severity=_SEVERITIES[rule.weight])
        return finding

    def _lies_in(self, finding: Diagnostic, path: str) -> bool:
        if path == EVERYWHERE:
            return True
        if finding.location is None:
            return False
        # Both count from the root of the file system, but a pattern is matched against a relative path.
        return self.paths[path].match_file(os.path.normpath(Path(self.cwd, finding.location.path)).lstrip("/"))


def _specs(paths: Iterable[str]) -> dict[str, GitIgnoreSpec]:
    if not paths:
        return {}
    from pathspec import GitIgnoreSpec

    return {path: GitIgnoreSpec.from_lines([path]) for path in paths}


def _is_fact(finding: Diagnostic) -> bool:
    return finding.severity is Severity.ERROR and finding.code.id.startswith(_FACTS)


def _unused(place: Location, message: str) -> Diagnostic:
    return Diagnostic(
        code=UNUSED_IGNORE, message=message, severity=Severity.WARNING, location=place, hint="Remove it or correct it."
    )
