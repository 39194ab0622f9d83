"""Which images an entity runs in, and what is to be in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from flytec.app.compile import with_source_root
from flytec.app.loading import recorder_of, with_placeholders, with_refusals
from flytec.app.places import findings_as_shown
from flytec.app.request import CompileRequest, serialization_settings
from flytec.app.sources import SourceRequest, list_sources
from flytec.app.standin import TABLE, TASK_PLUGINS
from flytec.authoring.entity import Entity, short_name
from flytec.authoring.image_spec import ImageSpec
from flytec.authoring.recorder import Recorder, recording
from flytec.codes import SOURCE_OUTSIDE_ROOT, UNKNOWN_ENTITY, UNLOCKED_PROJECT, UNUSABLE_SOURCE
from flytec.diagnostics import CannotRunError, Diagnostic, DiagnosticSet, Location, Severity, UserError, cannot_run
from flytec.images.lockfiles import REQUIREMENTS_FILES, declares_dependencies
from flytec.images.pinned import carries_settings, image_names
from flytec.images.recipe import SOURCE_FOLDER, ImageFile, Recipe
from flytec.images.specs import Options, Project, project_recipe, spec_recipe
from flytec.ir.program import Program
from flytec.ir.references import reached
from flytec.load.discover import plan_sources
from flytec.load.importer import load_modules
from flytec.load.missing import MissingPolicy
from flytec.load.modules import loaded_files
from flytec.load.plan import LoadPlan
from flytec.load.session import isolated
from flytec.lower.program import lower_program
from flytec.package.contents import read_in_pieces
from flytec.package.credentials import CredentialCheck
from flytec.records import dataclass
from flytec.settings import (
    CopyFileDetection,
    FastSerializationSettings,
    PackageSettings,
    SerializationSettings,
    ToolSettings,
    default_image_reference,
)
from flytec.settings.build import BuildSettings
from flytec.settings.tool_sources import PYPROJECT_NAME
from flytec.tree.listing import Entry, EntryKind, listing_error
from flytec.tree.places import paths_below

_PROJECT_MARKS = ("pyproject.toml", ".git")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesRequest:
    """The file and the entity in it, and the settings; `compile.plan` is the plan of that file alone.

    `outputs` are folders that flytec writes, which are no sources.
    """

    compile: CompileRequest
    entity: str
    build: BuildSettings
    package: PackageSettings
    cwd: Path
    environ: Mapping[str, str]
    outputs: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesPlan:
    """Recipes in the order in which they are built, and what is worth a warning."""

    recipes: tuple[Recipe, ...]
    findings: DiagnosticSet


def plan_images(request: ImagesRequest) -> ImagesPlan:
    """Loads the file, lowers what it declares, and gives the recipes of the images that the entity reaches.

    Raises:
        UserError: the program has errors, or a file of the image looks like a credential.
        CannotRunError: FTC530 for an entity that is not there, FTC540 for sources that lie elsewhere, and what
            `flytec.images.specs` raises.
    """
    return with_placeholders(request.compile.tool, partial(_plan_images, request))


def _plan_images(request: ImagesRequest, missing: MissingPolicy | None) -> ImagesPlan:
    plan, tool = request.compile.plan, request.compile.tool
    settings = _settings(request)
    recorder, options = recorder_of(tool), _options(request)
    with isolated(plan, TABLE, tool.target_version, TASK_PLUGINS, missing) as session, recording(recorder):
        loaded = load_modules(plan, session, request.compile.on_module)
        recorder.discard(loaded.failed_modules)
        _stop_on_errors(loaded.findings, plan)
        entity = _find(request.entity, plan, recorder)
        # All are lowered, as for the messages: an image's name may hang on the tasks that were named before.
        sourced = with_source_root(settings, plan)
        lowered = lower_program(recorder, sourced, request.compile.options, tool.target_version)
        told = with_refusals((*loaded.findings, *lowered.findings), session)
        _stop_on_errors(told, plan)
        names = _images_of(entity, lowered.program)
        files = loaded_files(session.scope)
        for name in names:
            if name in recorder.named_image_specs and name not in recorder.image_specs:
                recorder.named_image_specs[name].resolve()
        described = [spec_recipe(spec, options) for spec in _with_bases(names, recorder.image_specs)]
    recipes = [recipe for recipe, _ in described]
    warnings = [finding for _, found in described for finding in found]
    default = settings.image_config.default_image
    if default is not None and default.full in names:
        project = _project(request, files)
        recipes.append(project_recipe(project, options))
        warnings += _unlocked(project, Path(plan.roots[0]))
    _refuse_credentials(recipes, request.package)
    if any(recipe.sources for recipe in recipes):
        _refuse_modules_outside(files, plan)
    return ImagesPlan(recipes=tuple(recipes), findings=findings_as_shown((*told, *warnings), plan.cwd))


def _images_of(entity: Entity, program: Program) -> tuple[str, ...]:
    """The images that an entity runs in; a dynamic or eager task may run any task that the modules declare."""
    needed = Program(reached(program, entity.name))
    return image_names(program if carries_settings(needed) else needed, carried=False)


def _with_bases(names: Iterable[str], specs: Mapping[str, ImageSpec]) -> list[ImageSpec]:
    """The specifications of these names, each behind those that it is based on."""
    found: dict[str, ImageSpec] = {}

    def add(name: object) -> None:
        spec = specs.get(name) if isinstance(name, str) else None
        if spec is not None and name not in found:
            add(spec.base_image)
            found[str(name)] = spec

    for name in names:
        add(name)
    return list(found.values())


def plan_file(filename: str, tool: ToolSettings, cwd: Path) -> LoadPlan:
    """The plan of one file; its import root is the source root, where settings name one.

    Raises:
        CannotRunError: FTC100 for a file that does not exist, FTC108 for anything but a Python file, FTC540 for one
            that does not lie below the source root.
    """
    path = cwd / filename
    root = tool.package_root
    if path.is_dir():
        raise cannot_run(
            UNUSABLE_SOURCE,
            "the source is a folder, expected a Python file",
            at=Location(filename),
            hint="Name the file that declares the entity.",
        )
    if tool.source_root is not None:
        root = os.path.normpath(cwd / tool.source_root)
        if not paths_below(root, [path]):
            raise cannot_run(
                SOURCE_OUTSIDE_ROOT,
                f"the file lies outside of the source root {tool.source_root}",
                at=Location(filename),
                hint="Name a source root that holds it with --local-source-root.",
            )
    return plan_sources([filename], cwd=cwd, package_root=root)


def entity_names(request: CompileRequest) -> tuple[str, ...]:
    """The entities of a file by the names that `plan_images` knows them by.

    Raises:
        UserError: the file does not load.
    """
    return with_placeholders(request.tool, partial(_entity_names, request))


def _entity_names(request: CompileRequest, missing: MissingPolicy | None) -> tuple[str, ...]:
    recorder, version = recorder_of(request.tool), request.tool.target_version
    with isolated(request.plan, TABLE, version, TASK_PLUGINS, missing) as session, recording(recorder):
        loaded = load_modules(request.plan, session, request.on_module)
        _stop_on_errors(loaded.findings, request.plan)
        return tuple(_named(request.plan, recorder))


def _settings(request: ImagesRequest) -> SerializationSettings:
    settings = serialization_settings(request.compile, FastSerializationSettings(enabled=request.build.fast))
    builder = settings.new_builder()
    builder.source_root = request.compile.plan.roots[0]
    return builder.build()


def _options(request: ImagesRequest) -> Options:
    return Options(
        registry=request.build.registry,
        platform=request.build.platform,
        push=request.build.push,
        flytekit_version=request.compile.tool.target_version,
        cwd=request.cwd,
    )


def _stop_on_errors(findings: Iterable[Diagnostic], plan: LoadPlan) -> None:
    shown = findings_as_shown(findings, plan.cwd)
    if shown.errors:
        raise UserError(*shown)


def _named(plan: LoadPlan, recorder: Recorder) -> dict[str, Entity]:
    """The entities that the file declares, by the names that it has for them, and those that it gives no name."""
    module = sys.modules[plan.modules[-1].name]
    named = {name: value for name, value in vars(module).items() if isinstance(value, Entity)}
    known = {id(entity) for entity in named.values()}
    others = {
        short_name(entity.name): entity
        for entity in recorder.entities
        if id(entity) not in known and entity.instantiated_in == module.__name__
    }
    return {**others, **named}


def _find(name: str, plan: LoadPlan, recorder: Recorder) -> Entity:
    named = _named(plan, recorder)
    full = {entity.name: entity for entity in named.values()}
    entity = named.get(name) or full.get(name)
    if entity is not None:
        return entity
    near = get_close_matches(name, named, n=3, cutoff=0.5) or list(named)[:5]
    did = f"did you mean {' or '.join(near)}?" if near else "it declares none at its top level"
    raise cannot_run(
        UNKNOWN_ENTITY,
        f"no task, workflow or launch plan is named {name!r}: {did}",
        at=Location(plan.looked_in[0]),
        hint="Name one that the file declares.",
    )


def _project(request: ImagesRequest, loaded: Iterable[str]) -> Project:
    build, tool = request.build, request.compile.tool
    root = Path(request.compile.plan.roots[0])
    base = build.base_image or default_image_reference(
        python_version=sys.version_info[:2], flytekit_version=tool.target_version, environ=request.environ
    )
    return Project(
        name=build.image_name,
        base=base,
        requirements=(request.cwd / build.requirements) if build.requirements else _requirements(root),
        python_version=build.python_version,
        sources=() if build.fast else tuple(_sources(request, root, loaded)),
        env=dict(tool.env),
        labels=dict(build.labels),
        entrypoint=build.entrypoint,
    )


def _requirements(root: Path) -> Path | None:
    """The project's lock file or file of requirements, beside its sources or above them up to the project's folder."""
    return _first_file(root, REQUIREMENTS_FILES)


def _first_file(root: Path, names: Iterable[str]) -> Path | None:
    for folder in (root, *root.parents):
        found = next((folder / name for name in names if (folder / name).is_file()), None)
        if found is not None or any((folder / mark).exists() for mark in _PROJECT_MARKS):
            return found
    return None


def _unlocked(project: Project, root: Path) -> Iterator[Diagnostic]:
    """A warning where the project has dependencies, and nothing says which releases of them an image gets."""
    file = None if project.requirements else _first_file(root, [PYPROJECT_NAME])
    if file is not None and declares_dependencies(file):
        yield Diagnostic(
            code=UNLOCKED_PROJECT,
            severity=Severity.WARNING,
            message="it has dependencies, and no lock file or requirements.txt lists them; the image gets none of them",
            location=Location(str(file)),
            hint="Run uv lock, or name a file with --requirements.",
        )


def _sources(request: ImagesRequest, root: Path, loaded: Iterable[str]) -> Iterator[ImageFile]:
    style = CopyFileDetection.LOADED_MODULES if request.build.copy_style == "auto" else CopyFileDetection.ALL
    sources = SourceRequest(
        root=root,
        options=replace(request.package.options(), copy_style=style),
        environ=request.environ,
        deref_symlinks=request.package.deref_symlinks,
        loaded=loaded,
        outputs=request.outputs,
    )
    listing = list_sources(sources)
    if listing.findings.errors:
        raise listing_error(listing.findings)
    for entry in listing.entries:
        is_link = entry.kind is not EntryKind.FILE
        mode = 0o755 if entry.executable else 0o644
        yield ImageFile(f"{SOURCE_FOLDER}/{entry.path}", entry.place, mode, entry.target if is_link else "")


def _refuse_credentials(recipes: Iterable[Recipe], package: PackageSettings) -> None:
    files = dict.fromkeys(file for recipe in recipes for file in (*recipe.files, *recipe.sources) if not file.target)
    check = CredentialCheck(package.allow_credentials, holder="image")
    for file in files:
        entry = Entry(file.path.removeprefix(f"{SOURCE_FOLDER}/"), file.source, EntryKind.LINK)
        if check.name(entry):
            check.content(entry, next(read_in_pieces(entry), b""))
    if check.findings:
        raise UserError(*check.findings)


def _refuse_modules_outside(loaded: Iterable[str], plan: LoadPlan) -> None:
    root = plan.roots[0]
    outside = [file for file in loaded if not paths_below(root, [file])]
    rows = [
        Diagnostic(
            code=SOURCE_OUTSIDE_ROOT,
            message=f"the module is imported, and lies outside of the source root {root}; the image would lack it",
            location=Location(file),
            hint="Name a source root that holds it with --local-source-root, or install it as a package.",
        )
        for file in outside
    ]
    if rows:
        raise CannotRunError(*findings_as_shown(rows, plan.cwd))
