"""Compiling: load the modules, lower their entities, write the artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from flytec import __version__
from flytec.app.loading import recorder_of, replaced_modules, with_placeholders, with_refusals
from flytec.app.places import findings_as_shown, program_with_relative_origins
from flytec.app.request import CompileRequest, serialization_settings
from flytec.app.source_files import SourceFiles
from flytec.app.standin import TABLE, TASK_PLUGINS
from flytec.app.weights import Comments, weigh
from flytec.artifact.manifest import ManifestInfo
from flytec.artifact.write import Written, staged_artifact, write_artifact
from flytec.authoring.recorder import recording
from flytec.diagnostics import (
    Diagnostic,
    DiagnosticSet,
    FlytecError,
    NothingToCompileError,
    Severity,
    UserError,
)
from flytec.ir import ours
from flytec.ir.program import Program
from flytec.load import flytekit_frontend
from flytec.load.importer import load_modules
from flytec.load.missing import MissingPolicy
from flytec.load.modules import loaded_files
from flytec.load.plan import LoadPlan
from flytec.load.session import isolated
from flytec.load.watch import Watch
from flytec.lower.program import lower_program
from flytec.records import dataclass
from flytec.settings import (
    SerializationSettings,
)
from flytec.view.compiled import view_compiled

if TYPE_CHECKING:
    from flytec.app.checks_aside import ChecksAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What modules declare, with absolute places; what loading and lowering found; and what was watched meanwhile.

    `files` are those of the user's modules that were loaded for it, `replaced` the modules that placeholders stood for.
    """

    program: Program
    findings: tuple[Diagnostic, ...]
    watch: Watch
    files: tuple[str, ...]
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """The program of what compiled, all findings, and the files of the user's modules that were loaded for it.

    `ignored` is how many of the findings are left out, `replaced` are the modules that placeholders stood for.
    """

    program: Program
    findings: DiagnosticSet
    modules: int
    ignored: int = 0
    files: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompileOutcome:
    """What was compiled and written, for machines, and all findings."""

    result: ours.CompileResult
    findings: DiagnosticSet


def compile_to_folder(request: CompileRequest, folder: Path) -> CompileOutcome:
    """Compiles and writes; with errors nothing is written, unless the settings say to keep going.

    Raises:
        UserError: the findings, where the program has errors.
        NothingToCompileError: no entity was found.
        CannotRunError: the output cannot be written, or the front end is not there.
    """
    return compile_settings_to_folder(request, serialization_settings(request), folder)


def compile_settings_to_folder(
    request: CompileRequest, settings: SerializationSettings, folder: Path
) -> CompileOutcome:
    """As `compile_to_folder`, with serialization settings that are given instead of made from the tool's."""
    with _checks_aside(request) as aside:
        declared = declare(request, settings, aside)
        program = program_with_relative_origins(declared.program, request.plan)
        if _may_write_while_checking(declared, request, aside):
            compiled, written = _write_while_checking(declared, program, request, folder, aside)
        else:
            compiled = _for_output(_checked(declared, program, request, aside), request)
            written = write_artifact(compiled.program, folder, manifest=manifest_info(request, declared.replaced))
    findings = compiled.findings | written.findings
    result = view_compiled(
        compiled.program,
        findings,
        modules=compiled.modules,
        folder=folder,
        entries=written.manifest.entries,
        replaced=compiled.replaced,
    )
    return CompileOutcome(result=result, findings=findings)


def compile_for_output(request: CompileRequest, settings: SerializationSettings) -> Compiled:
    """As `compile_program`, for what is to be written: with errors only where the settings say to keep going.

    Raises:
        UserError: the findings, where the program has errors.
        NothingToCompileError: no entity was found.
        CannotRunError: the digest of an image cannot be told, where that is asked for.
    """
    return _for_output(compile_program(request, settings), request)


def _for_output(compiled: Compiled, request: CompileRequest) -> Compiled:
    if compiled.findings.errors and not request.tool.keep_going:
        raise UserError(*compiled.findings)
    if not compiled.program.units:
        raise _nothing(request.plan, compiled.findings)
    if request.registries is None:
        return compiled
    from flytec.images.pinned import pinned_program

    return replace(compiled, program=pinned_program(compiled.program, request.registries))


def manifest_info(request: CompileRequest, replaced: tuple[str, ...]) -> ManifestInfo:
    """What a manifest says about the run, in which placeholders stood for the `replaced` modules."""
    return ManifestInfo(
        compiler_version=__version__, flytekit_version=request.tool.target_version, replaced_modules=replaced
    )


def compile_program(request: CompileRequest, settings: SerializationSettings) -> Compiled:
    """Loads the modules of the plan, lowers what they declare, and checks it, unless the settings say not to.

    The one way to a program that is to be written, packaged or registered: an error among the findings stops that.

    Raises:
        CannotRunError: the front end is not there, or the settings are wrong.
    """
    with _checks_aside(request) as aside:
        declared = declare(request, settings, aside)
        return _checked(declared, program_with_relative_origins(declared.program, request.plan), request, aside)


@contextmanager
def _checks_aside(request: CompileRequest) -> Iterator[ChecksAside | None]:
    """What checks units while others are lowered, where that can be had and is asked for; it ends with the block."""
    if request.tool.no_check or request.tool.frontend != "stand-in":
        yield None
        return
    from flytec.app.checks_aside import ChecksAside

    with closing(ChecksAside(request.tool, Path(request.plan.cwd))) as aside:
        aside.begin(len(request.plan.modules))
        yield aside


def _may_write_while_checking(declared: Declared, request: CompileRequest, aside: ChecksAside | None) -> bool:
    """Whether files are made while the checks are under way: they are thrown away where the checks find errors."""
    stops = not request.tool.keep_going and any(row.severity is Severity.ERROR for row in declared.findings)
    return aside is not None and aside.are_under_way and not (stops or request.registries)


def _write_while_checking(
    declared: Declared, program: Program, request: CompileRequest, folder: Path, aside: ChecksAside | None
) -> tuple[Compiled, Written]:
    info = manifest_info(request, declared.replaced)
    with ExitStack() as stack:
        put_in_place: Callable[[], Written]
        try:
            put_in_place = stack.enter_context(staged_artifact(program, folder, manifest=info))
        except FlytecError as error:
            # Told after what the checks find, as when one comes after the other.
            put_in_place = partial(_fail, error)
        return _for_output(_checked(declared, program, request, aside), request), put_in_place()


def _fail(error: FlytecError) -> NoReturn:
    raise error


def _checked(declared: Declared, program: Program, request: CompileRequest, aside: ChecksAside | None) -> Compiled:
    """What was declared, with all findings by what the settings make of them, those of the rules too if they are asked.

    `program` is the one that was declared, as it is written.
    """
    plan, tool, sources = request.plan, request.tool, SourceFiles.of(request.plan)
    found = [] if tool.no_check else _found(declared, request, sources, aside)
    if request.registries is not None:
        from flytec.images.pinned import kept_images

        found = [*found, *kept_images(declared.program)]
    findings = [*plan.notes, *declared.findings, *found]
    weighed = weigh(findings, tool.check, comments=Comments(sources), cwd=plan.cwd, complete=not tool.no_check)
    return Compiled(
        program=program,
        findings=findings_as_shown(weighed.findings, plan.cwd),
        modules=len(plan.modules),
        ignored=weighed.ignored,
        files=declared.files,
        replaced=declared.replaced,
    )


def _found(
    declared: Declared, request: CompileRequest, sources: SourceFiles, aside: ChecksAside | None
) -> list[Diagnostic]:
    """What the rules find; those that were applied aside are not applied again."""
    from flytec.app import checking

    program, plan, tool = declared.program, request.plan, request.tool
    surrounding = checking.surrounding_findings(program, declared.watch, plan, tool, sources)
    verdicts = aside.verdicts(program) if aside is not None else None
    if verdicts is None:
        return checking.findings_of([*map(checking.Checked, program)], tool, Path(plan.cwd)) + surrounding
    registration, values = (
        [(checking.Checked(program.units[position]), finding) for position, finding in found] for found in verdicts
    )
    told = [checking.diagnostic_of(finding, row) for row, finding in values]
    return checking.registration_diagnostics(registration) + told + surrounding


def declare(request: CompileRequest, settings: SerializationSettings, aside: ChecksAside | None = None) -> Declared:
    """Loads the modules of the plan and lowers what they declare; `aside` may check it meanwhile.

    Raises:
        CannotRunError: the front end is not there, or the settings are wrong.
    """
    match request.tool.frontend:
        case "stand-in":
            return with_placeholders(request.tool, partial(_with_stand_in, request, settings, aside))
        case "flytekit":
            return _with_flytekit(request, settings)


def _with_stand_in(
    request: CompileRequest,
    settings: SerializationSettings,
    aside: ChecksAside | None,
    missing: MissingPolicy | None,
) -> Declared:
    recorder, version = recorder_of(request.tool), request.tool.target_version
    with isolated(request.plan, TABLE, version, TASK_PLUGINS, missing) as session, recording(recorder):
        loaded = load_modules(request.plan, session, request.on_module)
        recorder.discard(loaded.failed_modules)
        sourced = with_source_root(settings, request.plan)
        on_unit = aside.take if aside is not None and aside.are_under_way else None
        lowered = lower_program(recorder, sourced, request.options, version, on_unit)
        files = loaded_files(session.scope)
    found = with_refusals((*loaded.findings, *lowered.findings), session)
    return Declared(
        program=lowered.program,
        findings=found,
        watch=session.watch,
        files=files,
        replaced=replaced_modules(session),
    )


def with_source_root(settings: SerializationSettings, plan: LoadPlan) -> SerializationSettings:
    """`settings` with the folder that the modules were loaded from, where there is one: images may take them in."""
    if settings.source_root is not None or len(plan.roots) != 1:
        return settings
    builder = settings.new_builder()
    builder.source_root = plan.roots[0]
    return builder.build()


def _with_flytekit(request: CompileRequest, settings: SerializationSettings) -> Declared:
    flytekit_frontend.require_flytekit()
    with (
        isolated(request.plan, None) as session,
        flytekit_frontend.serializing(with_source_root(settings, request.plan)),
    ):
        loaded = load_modules(request.plan, session, request.on_module)
        program, findings = flytekit_frontend.translate(loaded.failed_modules)
        files = loaded_files(session.scope)
    return Declared(program=program, findings=(*loaded.findings, *findings), watch=session.watch, files=files)


def _nothing(plan: LoadPlan, findings: Iterable[Diagnostic]) -> NothingToCompileError | UserError:
    errors = DiagnosticSet(findings).errors
    if errors:
        return UserError(*errors)
    places, count = ", ".join(plan.looked_in) or "nowhere", len(plan.modules)
    return NothingToCompileError(
        f"no task, workflow or launch plan in {count} {'module' if count == 1 else 'modules'} of {places}",
        "name a file, folder or package whose modules declare one at their top level",
    )
