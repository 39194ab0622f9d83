"""Baselines: findings that are known and not to be reported again, kept in a file beside the sources."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from flytec.codes import INVALID_CONFIG_FILE, INVALID_SETTING, OUTPUT_FAILED, STALE_BASELINE
from flytec.diagnostics import Diagnostic, Location, Severity, cannot_run
from flytec.ir import ours
from flytec.ir.codec import from_json, to_json
from flytec.records import dataclass
from flytec.view.fingerprints import about, fingerprint

FORM_VERSION = 1
_OPTION = "--write-baseline"


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings that a baseline does not know, and how many it does."""

    new: tuple[Diagnostic, ...]
    known: int


def compare(findings: Iterable[Diagnostic], path: Path, *, complete: bool) -> Compared:
    """The findings that the baseline at `path` does not know; of several that are alike, the first ones are known.

    `complete` says that a finding which the baseline knows and that is not here, is gone.

    Raises:
        CannotRunError: FTC601 where there is no such file, FTC605 where it is no baseline.
    """
    known = _read(path)
    new, dropped = [], 0
    for finding in findings:
        key = fingerprint(finding)
        if finding.severity is not Severity.NOTE and known[key] > 0:
            known[key] -= 1
            dropped += 1
        else:
            new.append(finding)
    gone = known.total()
    if complete and gone:
        new.append(_stale(path, gone))
    return Compared(tuple(new), dropped)


def write(findings: Iterable[Diagnostic], path: Path) -> int:
    """Writes the baseline that knows all errors and warnings among `findings`, and gives their number.

    Raises:
        CannotRunError: FTC404 where the file cannot be written.
    """
    rows = [finding for finding in findings if finding.severity is not Severity.NOTE]
    counts = Counter(fingerprint(row) for row in rows)
    entries = {
        key: ours.BaselineEntry(
            fingerprint=key, count=counts[key], code=str(row.code), about=_text(about(row)), message=_text(row.message)
        )
        for row in reversed(rows)
        for key in (fingerprint(row),)
    }
    ordered = sorted(entries.values(), key=lambda row: (row.about, row.code, row.message, row.fingerprint))
    text = to_json(ours.Baseline(version=FORM_VERSION, findings=ordered)) + "\n"
    staged = path.with_name(f".{path.name}.flytec-next")
    try:
        staged.write_text(text, encoding="utf-8")
        os.replace(staged, path)  # noqa: PTH105 - whole or not at all
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise cannot_run(
            OUTPUT_FAILED, f"the baseline cannot be written: {error.strerror}", at=Location(str(path))
        ) from error
    return len(rows)


def _read(path: Path) -> Counter[str]:
    place = Location(str(path))
    try:
        baseline = from_json(ours.Baseline, path.read_bytes(), ignore_unknown_fields=True)
    except FileNotFoundError:
        message = f"the baseline {path} does not exist, expected a file that {_OPTION} wrote"
        raise cannot_run(INVALID_SETTING, message, hint=f"Write it with {_OPTION} {path}.") from None
    except OSError as error:
        raise cannot_run(INVALID_CONFIG_FILE, f"the baseline cannot be read: {error.strerror}", at=place) from error
    except ValueError as error:
        message = f"this is no baseline ({' '.join(str(error).split())}), expected a file that {_OPTION} wrote"
        raise cannot_run(INVALID_CONFIG_FILE, message, at=place, hint="Write it anew.") from error
    if baseline.version != FORM_VERSION:
        message = f"the baseline has version {baseline.version}, expected {FORM_VERSION}"
        raise cannot_run(INVALID_CONFIG_FILE, message, at=place, hint="Write it anew.")
    known: Counter[str] = Counter()
    for row in baseline.findings:
        known[row.fingerprint] += row.count
    return known


def _stale(path: Path, gone: int) -> Diagnostic:
    what = "1 finding that is" if gone == 1 else f"{gone} findings that are"
    return Diagnostic(
        code=STALE_BASELINE,
        message=f"the baseline knows {what} gone, expected only what there is",
        severity=Severity.NOTE,
        location=Location(str(path)),
        hint=f"Write it anew with {_OPTION}.",
    )


def _text(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()
