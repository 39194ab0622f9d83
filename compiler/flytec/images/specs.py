"""Recipes of images that modules describe (`ImageSpec`), and of the project's own image."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Any

from flytec.authoring.image_sources import loaded_modules
from flytec.authoring.image_spec import CopyFileDetection, ImageSpec
from flytec.codes import (
    NO_REGISTRY,
    OTHER_REGISTRY,
    SOURCE_NOT_FOUND,
    SOURCE_OUTSIDE_ROOT,
    UNREADABLE_SOURCE,
    UNSUPPORTED_RECIPE,
)
from flytec.diagnostics import Diagnostic, Location, Severity, cannot_run
from flytec.images.base_image import split_layout
from flytec.images.included import included_files
from flytec.images.layout import find_entry
from flytec.images.lockfiles import is_lock, unresolved
from flytec.images.platforms import parse_platforms
from flytec.images.recipe import SOURCE_FOLDER, Dependencies, ImageFile, Recipe, files_digest
from flytec.images.reference import parse_image
from flytec.records import dataclass
from flytec.settings.image_digest import image_name
from flytec.settings.tool_sources import LAYOUT_PREFIX
from flytec.tree.listing import list_tree, listing_error
from flytec.tree.rule_sets import BelowRules

IMAGE_ID_ENV_VAR = "_F_IMG_ID"
"""By which flytekit tells in a container that it is the image of a specification."""

_DEFAULT_BASE = "docker.io/library/python:{version}-slim-bookworm"
_CONDA_BASE = "docker.io/library/debian:bookworm-slim"
_FLYTEKIT = re.compile(r"\s*flytekit\s*(?:[\[=<>!~;@ #]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is given for all images of a run: they count more than what an image says itself."""

    registry: str | None = None
    platform: str | None = None
    push: bool = False
    flytekit_version: str
    cwd: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The project's own image, for tasks that name none; `sources` are its files, none in a fast registration."""

    name: str
    base: str
    requirements: Path | None
    python_version: str | None
    sources: tuple[ImageFile, ...]
    env: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    entrypoint: tuple[str, ...] = ()


def project_recipe(project: Project, options: Options) -> Recipe:
    """The recipe of the project's image; its tag is that of an `ImageSpec` of the same fields.

    Raises:
        CannotRunError: FTC501 for files that cannot be read, FTC532 for a wrong platform, FTC545 without a registry to
            push to; see `included_files` too.
    """
    file, content = project.requirements, _digest(project.sources)
    spec = ImageSpec(
        name=project.name,
        registry=options.registry,
        base_image=_base_identity(project.base),
        python_version=project.python_version,
        platform=options.platform,
        env=project.env or None,
        requirements=_requirements_digest(file) if file else None,
        entrypoint=list(project.entrypoint) or None,
        source_root=content if project.sources else None,
    )
    repository = _repository(spec, options)
    return Recipe(
        name=image_name(spec.registry, spec.name, spec.id.replace("-", "_")),
        repository=repository,
        tag=spec.id.replace("-", "_"),
        base=project.base,
        platforms=_platforms(spec, options),
        python_version=project.python_version,
        dependencies=Dependencies(file=file) if file else None,
        sources=project.sources,
        content=content,
        env=project.env,
        labels=project.labels,
        entrypoint=project.entrypoint or None,
    )


def spec_recipe(spec: ImageSpec, options: Options) -> tuple[Recipe, tuple[Diagnostic, ...]]:
    """The recipe of an image specification, whose base is a name, and warnings about it.

    Raises:
        FlytecError: FTC100 and FTC540 for files that are not there or lie elsewhere, FTC541 for fields that no builder
            follows, and what `project_recipe` and `list_tree` have against files.
    """
    _refuse_fields(spec)
    name = image_name(spec.registry, spec.name, spec.tag)
    python_version = _python_version(spec)
    base: Any = spec.base_image
    if base is None:
        version = python_version or f"{sys.version_info.major}.{sys.version_info.minor}"
        base = _CONDA_BASE if _uses_conda(spec) else _DEFAULT_BASE.format(version=version)
    (files, found), sources = _copied(spec, options.cwd), tuple(_loaded(spec))
    recipe = Recipe(
        name=name,
        repository=_repository(spec, options),
        tag=spec.tag,
        base=base,
        platforms=_platforms(spec, options),
        python_version=python_version,
        python=spec.python_exec or "python3",
        dependencies=_dependencies(spec, options),
        system_packages=tuple(spec.apt_packages or ()),
        conda_packages=tuple(spec.conda_packages or ()),
        conda_channels=tuple(spec.conda_channels or ()),
        commands=tuple(spec.commands or ()),
        secret_mounts=tuple(spec.pip_secret_mounts or ()),
        micromamba_image=(spec.builder_config or {}).get("micromamba_image"),
        files=files,
        sources=sources,
        content=_digest((*files, *sources)),
        env={**(spec.env or {}), IMAGE_ID_ENV_VAR: spec.id},
        entrypoint=tuple(spec.entrypoint) if spec.entrypoint is not None else None,
        registry_config=spec.registry_config,
    )
    return recipe, (*_warnings(spec, recipe), *found)


def _base_identity(base: str) -> str:
    """What the tag says of the base: a folder's name differs from machine to machine."""
    return find_entry(*split_layout(base)).digest if base.startswith(LAYOUT_PREFIX) else base


def _repository(spec: ImageSpec, options: Options) -> str:
    registry = spec.registry or options.registry
    if options.push and not registry:
        raise cannot_run(
            NO_REGISTRY,
            f"image {spec.name} is to be pushed, and no registry is named for it",
            hint="Pass --registry HOST/PATH, or set registry in the ImageSpec.",
        )
    name = f"{registry.lower()}/{spec.name}" if registry else spec.name
    parse_image(name)
    return name


def _platforms(spec: ImageSpec, options: Options) -> tuple[str, ...]:
    text = options.platform or spec.platform or ""
    what = "--platform" if options.platform else f"platform of image {spec.name}"
    return tuple(str(platform) for platform in parse_platforms(text, what))


def _dependencies(spec: ImageSpec, options: Options) -> Dependencies | None:
    file = options.cwd / spec.requirements if spec.requirements else None
    packages = list(spec.packages or ())
    if file is not None and is_lock(file):
        if packages:
            raise cannot_run(
                UNSUPPORTED_RECIPE,
                f"image {spec.name} has packages beside the lock file {file.name}, expected one of the two",
                hint="Lock the packages too.",
            )
    else:
        lines = file.read_text(encoding="utf-8").splitlines() if file else []
        if not any(_FLYTEKIT.match(line) for line in (*lines, *packages)):
            packages.append(f"flytekit=={options.flytekit_version}")
    return Dependencies(
        packages=tuple(packages),
        file=file,
        index_url=spec.pip_index,
        extra_index_urls=tuple(spec.pip_extra_index_url or ()),
        extra_args=tuple(shlex.split(spec.pip_extra_args or "")),
    )


def _requirements_digest(file: Path) -> str:
    """What the tag says of requirements: a digest of the file and of those that it includes."""
    try:
        included = {} if is_lock(file) else included_files(file)
        rows = [ImageFile(name, str(path)) for name, path in {"": file, **included}.items()]
        return files_digest(rows)
    except (OSError, UnicodeDecodeError) as error:
        raise unresolved(file, f"the file of requirements cannot be read ({error})") from error


def _loaded(spec: ImageSpec) -> Iterator[ImageFile]:
    """The modules that the image takes in, as flytekit takes them."""
    if spec.source_copy_mode is CopyFileDetection.LOADED_MODULES:
        for file, path in loaded_modules(str(spec.source_root)):
            yield ImageFile(f"{SOURCE_FOLDER}/{PurePosixPath(*Path(path).parts)}", file)


def _copied(spec: ImageSpec, cwd: Path) -> tuple[tuple[ImageFile, ...], tuple[Diagnostic, ...]]:
    """The files and folders of `copy`, which lie below the working folder and keep their path from there; warnings.

    What links lead to comes in their place, as flytekit's builder has it.
    """
    paths = [_copied_path(spec, source, cwd) for source in spec.copy or ()]
    if not paths:
        return (), ()
    listing = list_tree(cwd, [BelowRules(frozenset(paths), "not in copy")], follow_links=True)
    if listing.findings.errors:
        raise listing_error(listing.findings)
    files = (
        ImageFile(f"{SOURCE_FOLDER}/{entry.path}", entry.place, 0o755 if entry.executable else 0o644)
        for entry in listing.entries
    )
    return tuple(files), tuple(listing.findings)


def _copied_path(spec: ImageSpec, source: Any, cwd: Path) -> str:
    path = Path(source)
    if path.is_absolute() or ".." in path.parts:
        raise cannot_run(
            SOURCE_OUTSIDE_ROOT,
            f"copy of image {spec.name} has {str(source)!r}, expected a path below the working folder",
            hint="Copy the file there, or run in the folder above it.",
        )
    if not (cwd / path).exists():
        raise cannot_run(
            SOURCE_NOT_FOUND,
            f"copy of image {spec.name} has {str(source)!r}, which does not exist",
            hint=f"Name a file or folder below {cwd}.",
        )
    return path.as_posix()


def _digest(files: Iterable[ImageFile]) -> str:
    """As `files_digest`.

    Raises:
        CannotRunError: FTC501 for a file that cannot be read.
    """
    try:
        return files_digest(files)
    except OSError as error:
        raise cannot_run(
            UNREADABLE_SOURCE,
            f"it cannot be read: {error.strerror}",
            at=Location(str(error.filename)),
            hint="Make it readable, or ignore it.",
        ) from error


def _python_version(spec: ImageSpec) -> str | None:
    if spec.python_version is not None:
        return ".".join(spec.python_version.split(".")[:2])
    # As flytekit takes the running Python's where conda brings one.
    return f"{sys.version_info.major}.{sys.version_info.minor}" if _uses_conda(spec) else None


def _uses_conda(spec: ImageSpec) -> bool:
    return bool(spec.conda_packages or spec.conda_channels)


def _refuse_fields(spec: ImageSpec) -> None:
    set_fields = [name for name in ("cuda", "cudnn") if getattr(spec, name) is not None]
    if set_fields:
        raise cannot_run(
            UNSUPPORTED_RECIPE,
            f"image {spec.name} has {' and '.join(set_fields)}, which flytekit's builder does not take either",
            hint="Name a base image with CUDA, or Python packages that bring it.",
        )
    if spec.python_exec and _uses_conda(spec):
        raise cannot_run(
            UNSUPPORTED_RECIPE,
            f"image {spec.name} has python_exec beside conda packages, expected one of the two",
            hint="Leave one out.",
        )


def _warnings(spec: ImageSpec, recipe: Recipe) -> Iterable[Diagnostic]:
    if spec.builder_options:
        yield Diagnostic(
            code=UNSUPPORTED_RECIPE,
            severity=Severity.WARNING,
            message=f"builder_options of image {spec.name} have no effect",
            hint="Leave them out.",
        )
    if recipe.target != recipe.name:
        yield Diagnostic(
            code=OTHER_REGISTRY,
            severity=Severity.WARNING,
            message=f"image {recipe.target} is what tasks know as {recipe.name}",
            hint="Set registry in the ImageSpec, so that tasks find the image.",
        )
