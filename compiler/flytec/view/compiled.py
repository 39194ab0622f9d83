"""What a compilation gave, as `flytecpb.v1.CompileResult`."""

from collections.abc import Iterable
from pathlib import Path

from flytec.diagnostics import DiagnosticSet, Severity
from flytec.ir import ours
from flytec.ir.program import Kind, Program
from flytec.view.diagnostics import view_each

RESULT_VERSION = 1


def view_compiled(
    program: Program,
    findings: DiagnosticSet,
    *,
    modules: int,
    folder: Path | None = None,
    entries: Iterable[ours.ManifestEntry] = (),
    replaced: Iterable[str] = (),
) -> ours.CompileResult:
    """The result for machines; `folder` and `entries` are given where files were written.

    `replaced` are the modules that placeholders stood for.
    """
    kinds = [unit.kind for unit in program]
    return ours.CompileResult(
        version=RESULT_VERSION,
        output_folder="" if folder is None else str(folder),
        entries=entries,
        findings=view_each(findings),
        replaced_modules=replaced,
        counts=ours.CompileCounts(
            modules=modules,
            tasks=kinds.count(Kind.TASK),
            workflows=kinds.count(Kind.WORKFLOW),
            launch_plans=kinds.count(Kind.LAUNCH_PLAN),
            errors=len(findings.errors),
            warnings=sum(finding.severity is Severity.WARNING for finding in findings),
        ),
    )
