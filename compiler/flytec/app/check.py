"""`check`: sources and emitted files to findings; writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from pathlib import Path
from typing import BinaryIO

from flytec.app import baseline
from flytec.app.checking import Checked, findings_of
from flytec.app.inputs import STDIN, Inputs, sort_inputs
from flytec.app.places import findings_as_shown
from flytec.app.readings import reading_findings
from flytec.app.source_files import SourceFiles
from flytec.app.weights import Comments, is_whole, weigh
from flytec.artifact.read import Reading, scan, scan_stream
from flytec.diagnostics import CannotRunError, Diagnostic, DiagnosticSet, NothingToCompileError, Severity
from flytec.ir import ours
from flytec.records import dataclass
from flytec.settings import ToolSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """What to check, and how: paths as the user wrote them, counted from `cwd`."""

    paths: tuple[str, ...]
    cwd: Path
    tool: ToolSettings
    stdin: BinaryIO
    config: Path | None = None
    on_module: Callable[[str, int, int], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOutcome:
    """What was found, as it is to be shown: sorted by place; `every` has what the baseline knows, too."""

    findings: DiagnosticSet
    every: DiagnosticSet
    counts: ours.DiagnosticCounts


@dataclass(slots=True)
class _Gathered:
    """What there is to check, and what was found on the way to it."""

    rows: list[Checked] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    sources: SourceFiles = field(default_factory=SourceFiles)
    places: list[str] = field(default_factory=list)


def check(request: CheckRequest) -> CheckOutcome:
    """Applies the control plane's rules to all that the paths hold, taken as one set.

    Raises:
        CannotRunError: a path, a setting or the baseline is not there or not what it should be, or nothing of what was
            named can be read.
        NothingToCompileError: no task, workflow or launch plan is in it.
    """
    inputs = sort_inputs(request.paths, request.cwd)
    gathered = _Gathered()
    for path in inputs.artifacts:
        _read(path, request, gathered)
    if inputs.sources:
        _compile(inputs, request, gathered)
    _refuse_nothing(gathered, inputs, str(request.cwd))
    gathered.findings += findings_of(gathered.rows, request.tool, request.cwd)
    return _outcome(request, gathered)


def _read(path: str, request: CheckRequest, gathered: _Gathered) -> None:
    reading: Reading = scan_stream(request.stdin) if path == STDIN else scan(request.cwd / path)
    gathered.rows += (Checked(row.unit, row.source) for row in reading.rows)
    gathered.findings += reading_findings(reading, "" if path == STDIN else str(request.cwd / path))
    gathered.places.append(path)


def _compile(inputs: Inputs, request: CheckRequest, gathered: _Gathered) -> None:
    """Sources of all paths are loaded in one go, as `flytec compile` does."""
    from flytec.app.checking import surrounding_findings
    from flytec.app.compile import declare
    from flytec.app.request import CompileRequest, serialization_settings
    from flytec.load.discover import plan_sources

    tool = request.tool
    plan = plan_sources(inputs.sources, cwd=request.cwd, package_root=tool.package_root)
    compilation = CompileRequest(plan=plan, tool=tool, config=request.config, on_module=request.on_module)
    declared = declare(compilation, serialization_settings(compilation))
    gathered.sources = SourceFiles.of(plan)
    gathered.rows += map(Checked, declared.program)
    gathered.findings += (*plan.notes, *declared.findings)
    gathered.findings += surrounding_findings(declared.program, declared.watch, plan, tool, gathered.sources)
    gathered.places += plan.looked_in


def _refuse_nothing(gathered: _Gathered, inputs: Inputs, cwd: str) -> None:
    if gathered.rows:
        return
    errors = DiagnosticSet(gathered.findings).errors
    if errors and not inputs.sources:
        raise CannotRunError(*findings_as_shown(errors, cwd))
    if not errors:
        raise NothingToCompileError(
            f"no task, workflow or launch plan is in {', '.join(gathered.places)}",
            "Name sources that declare one, or what was emitted for them.",
        )


def _outcome(request: CheckRequest, gathered: _Gathered) -> CheckOutcome:
    cwd = str(request.cwd)
    comments = Comments(gathered.sources)
    weighed = weigh(gathered.findings, request.tool.check, comments=comments, cwd=cwd, complete=True)
    every = findings_as_shown(weighed.findings, cwd)
    new: Iterable[Diagnostic] = every
    known = 0
    if request.tool.baseline is not None:
        compared = baseline.compare(every, Path(request.tool.baseline), complete=is_whole(every))
        new, known = compared.new, compared.known
    findings = DiagnosticSet(new)
    kinds = [finding.severity for finding in findings]
    counts = ours.DiagnosticCounts(
        entities=len(gathered.rows),
        errors=kinds.count(Severity.ERROR),
        warnings=kinds.count(Severity.WARNING),
        notes=kinds.count(Severity.NOTE),
        ignored=weighed.ignored,
        in_baseline=known,
    )
    return CheckOutcome(findings=findings, every=every, counts=counts)
