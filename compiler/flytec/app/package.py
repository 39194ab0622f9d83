"""Packaging: compile, pack the sources where tasks fetch them, and write all of it as one file or one folder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flytec.app.archive_view import view_archive
from flytec.app.compile import Compiled, CompileOutcome, compile_for_output, manifest_info
from flytec.app.request import CompileRequest, serialization_settings
from flytec.app.sources import SourceRequest, list_sources, modules_outside, written_before
from flytec.app.verify import missing_modules, verify_bundle
from flytec.artifact.layout import Attachment
from flytec.artifact.ownership import sha256_of
from flytec.artifact.place import place_of
from flytec.artifact.write import write_artifact
from flytec.diagnostics import DiagnosticSet, UserError
from flytec.ir import ours
from flytec.package.bundle import Bundle, Policy, pack
from flytec.package.release import check_output, outputs_of, write_release
from flytec.records import dataclass
from flytec.settings import CopyFileDetection, FastSerializationSettings, PackageSettings
from flytec.settings.serialization import SerializationSettings
from flytec.tree.listing import Listing
from flytec.view.compiled import view_compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRequest:
    """What to compile, the tree whose sources go along, and where they come to lie in the container.

    `on_listing` is given the list of the files, where it is asked for, before anything is packed.
    """

    compile: CompileRequest
    package: PackageSettings
    source: Path
    environ: Mapping[str, str]
    destination: str | None = None
    on_listing: Callable[[Listing], None] | None = None


def package_to_file(request: PackageRequest, output: Path, *, force: bool = False) -> CompileOutcome:
    """Compiles, and writes one file for `flytectl register files --archive` with its manifest beside it.

    With the copy style "none", which is the default, the image holds the sources; with another one an archive of them
    goes along, and tasks fetch it.

    Raises:
        FlytecError: what compiling, packing and writing raise; the old file is as it was then.
    """
    check_output(output, force=force)
    style = request.package.options().copy_style
    copies = style not in (None, CopyFileDetection.NO_COPY)
    fast = FastSerializationSettings(enabled=copies, destination_dir=request.destination)
    compiled = compile_for_output(request.compile, serialization_settings(request.compile, fast))
    sources = _sources(request, compiled, style if copies else CopyFileDetection.ALL, outputs_of(output))
    with _packed(request, compiled, sources, writes=copies) as packed:
        release = write_release(
            compiled.program, packed.attachments, output, manifest=manifest_info(request.compile, compiled.replaced)
        )
    result = packed.result(compiled, release.manifest)
    result.output_file = str(output)
    return CompileOutcome(result=result, findings=packed.findings)


def package_to_folder(request: PackageRequest, folder: Path) -> CompileOutcome:
    """Compiles, and writes a folder with all files and the archive of the sources, as `serialize fast` does.

    Raises:
        FlytecError: what compiling, packing and writing raise; the old folder is as it was then.
    """
    settings = _for_folder(request)
    compiled = compile_for_output(request.compile, settings)
    sources = _sources(request, compiled, request.package.options().copy_style, _outputs_of_folder(request, folder))
    with _packed(request, compiled, sources, writes=True) as packed:
        written = write_artifact(
            compiled.program,
            folder,
            manifest=manifest_info(request.compile, compiled.replaced),
            attachments=packed.attachments,
        )
    findings = packed.findings | written.findings
    result = replace(packed, findings=findings).result(compiled, written.manifest)
    result.output_folder = str(folder)
    return CompileOutcome(result=result, findings=findings)


def _for_folder(request: PackageRequest) -> SerializationSettings:
    return serialization_settings(request.compile, FastSerializationSettings(enabled=True))


def _outputs_of_folder(request: PackageRequest, folder: Path) -> tuple[Path, ...]:
    """What is written there; a folder that holds the sources too holds files of both."""
    place = place_of(folder)
    beside = (place.manifest, place.pending, place.staging, place.inner_staging)
    if Path(request.source).resolve().is_relative_to(place.folder):
        return (*beside, *written_before(place.folder), *place.folder.glob("[0-9]*_[123].pb"))
    return (*beside, place.folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packed:
    """The archive, if there is one, as something to write; the list of files, if it was asked for; all findings."""

    attachments: tuple[Attachment, ...]
    findings: DiagnosticSet
    archive: ours.SourceArchive | None

    def result(self, compiled: Compiled, manifest: ours.Manifest) -> ours.CompileResult:
        result = view_compiled(
            compiled.program,
            self.findings,
            modules=compiled.modules,
            entries=manifest.entries,
            replaced=compiled.replaced,
        )
        if self.archive is not None:
            result.archive.CopyFrom(self.archive)
        return result


@contextmanager
def _packed(request: PackageRequest, compiled: Compiled, sources: SourceRequest, *, writes: bool) -> Iterator[_Packed]:
    """Lists and packs the sources; the archive is there as long as the scope lasts."""
    explains = request.package.show_files
    if not writes and not explains:
        yield _Packed(attachments=(), findings=compiled.findings, archive=None)
        return
    listing = list_sources(sources)
    if explains and request.on_listing is not None:
        request.on_listing(listing)
    if not writes:
        archive = view_archive(listing, None, files=True)
        yield _Packed(attachments=(), findings=compiled.findings, archive=archive)
        return
    with tempfile.TemporaryDirectory(prefix="flytec-") as scratch:
        bundle = pack(listing, Path(scratch), sources.options.copy_style, sources.policy)
        if request.package.verify:
            _verify(request, compiled, bundle)
        lacking = missing_modules(request.compile.plan, request.source, listing)
        yield _Packed(
            attachments=(_attachment(bundle),),
            findings=compiled.findings | bundle.findings | (*modules_outside(sources), *lacking),
            archive=view_archive(listing, bundle, files=explains),
        )


def _sources(
    request: PackageRequest, compiled: Compiled, style: CopyFileDetection | None, outputs: tuple[Path, ...]
) -> SourceRequest:
    package = request.package
    return SourceRequest(
        root=request.source,
        options=replace(package.options(), copy_style=style),
        environ=request.environ,
        deref_symlinks=package.deref_symlinks,
        policy=Policy(max_size=package.max_size, allow_credentials=package.allow_credentials),
        loaded=compiled.files,
        outputs=outputs,
    )


def _verify(request: PackageRequest, compiled: Compiled, bundle: Bundle) -> None:
    findings = verify_bundle(bundle, compiled, request.compile, request.source, request.environ)
    if findings:
        raise UserError(*findings)


def _attachment(bundle: Bundle) -> Attachment:
    return Attachment(
        name=bundle.name, path=bundle.path, sha256=sha256_of(bundle.path), size=bundle.path.stat().st_size
    )
