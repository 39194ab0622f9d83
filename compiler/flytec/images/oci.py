"""The builder that needs neither daemon nor root nor a program: it appends layers to a base image."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from flytec.codes import NO_FLYTEKIT, NO_PYTHON, PATH_FILES_IGNORED, UNSUPPORTED_RECIPE
from flytec.diagnostics import Diagnostic, Severity, cannot_run
from flytec.images import layout
from flytec.images.base_image import Base, load_base
from flytec.images.blobs import Blobs, Descriptor
from flytec.images.builder import Bases, Built, Delivery
from flytec.images.dependencies import Target, install
from flytec.images.documents import Image, index_of, make_image
from flytec.images.installed import installed_files, make_uniform, path_files
from flytec.images.layers import Layer, write_layer
from flytec.images.platforms import Platform, parse_platforms
from flytec.images.recipe import PACKAGES_FOLDER, Dependencies, ImageFile, Recipe, check_unchanged
from flytec.images.reference import parse_image
from flytec.images.registry import Registry
from flytec.records import dataclass
from flytec.settings.tool_sources import LAYOUT_PREFIX

# Fields of a recipe whose work is done by running programs in the image.
_RUN_IN_IMAGE = (
    ("system_packages", "apt_packages"),
    ("conda_packages", "conda_packages"),
    ("conda_channels", "conda_channels"),
    ("commands", "commands"),
    ("secret_mounts", "pip_secret_mounts"),
)


@dataclass(frozen=True, slots=True)
class OciBuilder:
    """Base image and layers, written as an OCI image layout or pushed."""

    name: str = "oci"

    def missing(self) -> str:
        """Nothing: it is all Python."""
        return ""

    def describe(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> str:  # noqa: ARG002
        """The layers that would be appended, and where the image would go."""
        _refuse_commands(recipe)
        where = f"push to {recipe.target}" if delivery.push else f"write to {delivery.layout}"
        rows = [f"image {recipe.name}", f"  base {recipe.base}", f"  platforms {', '.join(recipe.platforms)}"]
        if recipe.dependencies:
            needed = [str(recipe.dependencies.file)] if recipe.dependencies.file else []
            rows.append(f"  packages {', '.join([*needed, *recipe.dependencies.packages])}")
        rows += [f"  file {file.path}" for file in (*recipe.files, *recipe.sources)]
        rows += [f"  env {name}={value}" for name, value in recipe.environment({}).items()]
        rows += [f"  label {name}={value}" for name, value in recipe.labels.items()]
        if recipe.entrypoint is not None:
            rows.append(f"  entrypoint {' '.join(recipe.entrypoint)}")
        return "\n".join([*rows, f"  {where}", ""])

    def build(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> Built:
        """Builds for each platform; an image for several is an index. See `Builder.build`."""
        _refuse_commands(recipe)
        if not delivery.push and delivery.layout is not None:
            layout.check_output(delivery.layout)
        platforms = parse_platforms(",".join(recipe.platforms), f"the platform of image {recipe.name}")
        with _blobs(delivery) as blobs:
            made, findings, base_digest = [], [], ""
            for platform in platforms:
                base = load_base(_base_name(recipe, bases), platform, delivery.cache, delivery.access)
                layers, found = _layers(recipe, base, platform, blobs, delivery)
                made.append(make_image(recipe, base, layers, platform, blobs))
                findings += found
                base_digest = base.digest
                delivery.access.tell(f"built {recipe.name} for {platform}")
            top = made[0].manifest if len(made) == 1 else index_of(made, blobs)
            if delivery.push:
                _push(recipe, delivery, made, top, blobs)
            if delivery.layout is not None:
                layout.write_entry(delivery.layout, recipe.target, top, made[0].platform if len(made) == 1 else None)
                delivery.access.tell(f"wrote {LAYOUT_PREFIX}{delivery.layout}:{recipe.target}")
        return Built(
            recipe=recipe,
            builder=self.name,
            digest=top.digest,
            base_digest=base_digest,
            pushed=delivery.push,
            layout=delivery.layout,
            findings=tuple(dict.fromkeys(findings)),
        )


@contextmanager
def _blobs(delivery: Delivery) -> Iterator[Blobs]:
    """Where the image's blobs are made: the layout, or a folder that is gone when they are pushed."""
    if delivery.layout is not None:
        yield Blobs(delivery.layout)
    else:
        delivery.cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="push-", dir=delivery.cache) as folder:
            yield Blobs(Path(folder))


def _base_name(recipe: Recipe, bases: Bases) -> str:
    built = bases.get(recipe.base)
    if built is None:
        return recipe.base
    return f"{LAYOUT_PREFIX}{built.layout}:{built.recipe.target}" if built.layout else built.reference


def _layers(
    recipe: Recipe, base: Base, platform: Platform, blobs: Blobs, delivery: Delivery
) -> tuple[Sequence[Layer], list[Diagnostic]]:
    """What the recipe adds: packages below, for they change least, then files, then sources."""
    layers: list[Layer] = []
    findings: list[Diagnostic] = []
    folders = set(base.contents.folders)
    with tempfile.TemporaryDirectory(prefix="flytec-build-") as work:
        packages: Sequence[ImageFile] = ()
        if recipe.dependencies is not None:
            target = _target(recipe, base, platform)
            packages, findings = _packages(recipe.dependencies, target, Path(work), delivery)
        findings += _without_flytekit(recipe, base, packages)
        for what, files in (("packages", packages), ("files", recipe.files), ("sources", recipe.sources)):
            if files:
                layers.append(write_layer(files, folders, blobs, delivery.compression, f"flytec build: {what}"))
                folders |= {folder for file in files for folder in _folders_of(file)}
    check_unchanged(recipe)
    return layers, findings


def _folders_of(file: ImageFile) -> set[str]:
    parts = file.path.lstrip("/").split("/")[:-1]
    return {"/".join(parts[: depth + 1]) for depth in range(len(parts))}


def _packages(
    dependencies: Dependencies, target: Target, work: Path, delivery: Delivery
) -> tuple[Sequence[ImageFile], list[Diagnostic]]:
    folder = work / "packages"
    delivery.access.tell(f"install packages for Python {target.python_version} on {target.platform}")
    install(dependencies, target, folder, work, delivery.installer)
    make_uniform(folder)
    findings = [
        Diagnostic(
            code=PATH_FILES_IGNORED,
            severity=Severity.WARNING,
            message=f"{name} has no effect in the image, for packages lie where PYTHONPATH leads, not in site-packages",
            hint="Name a base image that has the package, if it depends on the file.",
        )
        for name in path_files(folder)
    ]
    return installed_files(folder), findings


def _without_flytekit(recipe: Recipe, base: Base, packages: Sequence[ImageFile]) -> list[Diagnostic]:
    if base.contents.has_flytekit or any(row.path == f"{PACKAGES_FOLDER}/flytekit/__init__.py" for row in packages):
        return []
    return [
        Diagnostic(
            code=NO_FLYTEKIT,
            severity=Severity.WARNING,
            message=f"image {recipe.name} lacks flytekit, which starts tasks; its packages or its base should have it",
            hint="Add flytekit to the requirements, or name a base image that has it.",
        )
    ]


def _target(recipe: Recipe, base: Base, platform: Platform) -> Target:
    there = base.contents.python_version(base.env)
    wanted = recipe.python_version
    if there is None and wanted is None:
        found = ", ".join(sorted(base.contents.pythons)) or "none"
        raise cannot_run(
            NO_PYTHON,
            f"the Python of base image {base.name} cannot be told, expected one python3.N (found: {found})",
            hint="Name a base image with Python, or give its release as --python-version or python_version.",
        )
    if there is not None and wanted is not None and there != wanted:
        raise cannot_run(
            NO_PYTHON,
            f"base image {base.name} has Python {there}, expected Python {wanted} for image {recipe.name}",
            hint="Name another base image, or another Python version.",
        )
    return Target(python_version=there or wanted or "", platform=platform, is_musl=base.contents.is_musl)


def _push(recipe: Recipe, delivery: Delivery, made: Sequence[Image], top: Descriptor, blobs: Blobs) -> None:
    """Blobs first, then manifests, the tag last: what is named is whole."""
    reference = parse_image(recipe.target)
    access = delivery.access.with_credentials(recipe.registry_config)
    registry = Registry(reference, access)
    sent: set[str] = set()
    for image in made:
        for blob in (*image.layers, image.config):
            if blob.digest not in sent:
                registry.push_blob(blobs.path(blob.digest), blob)
                sent.add(blob.digest)
    if top not in [image.manifest for image in made]:
        for image in made:
            registry.push_manifest(image.manifest.digest, blobs.path(image.manifest.digest).read_bytes())
    registry.push_manifest(reference.tag, blobs.path(top.digest).read_bytes())


def _refuse_commands(recipe: Recipe) -> None:
    rows = [field for name, field in _RUN_IN_IMAGE if getattr(recipe, name)]
    if recipe.python != "python3":
        rows.append("python_exec")
    if rows:
        raise cannot_run(
            UNSUPPORTED_RECIPE,
            f"image {recipe.name} has {', '.join(rows)}, for which programs run in the image; builder oci runs none",
            hint="Pass --builder docker or buildah, or name a base image that has it already.",
        )
