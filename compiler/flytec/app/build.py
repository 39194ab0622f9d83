"""Building images: what the entity runs in, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from flytec.app.build_plan import ImagesPlan, ImagesRequest, plan_images
from flytec.codes import OUTPUT_FAILED
from flytec.diagnostics import DiagnosticSet, FlytecError, Location, NothingToCompileError, cannot_run
from flytec.images.builder import Builder, Built, Delivery
from flytec.images.builders import choose_builder
from flytec.images.recipe import Recipe
from flytec.images.registry import Access
from flytec.ir import ours
from flytec.records import dataclass

RESULT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What to build, and what the builders may use: a folder that is kept between runs, registries, a place to log."""

    images: ImagesRequest
    cache: Path
    layout: Path
    access: Access
    log: TextIO
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOutcome:
    """What was built, for machines, and all findings."""

    result: ours.BuildResult
    findings: DiagnosticSet


def build_images(request: BuildRequest) -> BuildOutcome:
    """Builds the images that the entity runs in, each behind the one that it is based on; a dry run tells the plan.

    Raises:
        UserError: the program has errors.
        NothingToCompileError: the entity runs in images that are there already.
        CannotRunError: whatever stands in the way of an image; those that were built before it stay.
    """
    plan = plan_images(request.images)
    if not plan.recipes:
        raise NothingToCompileError(
            f"{request.images.entity} runs in images that are named, and describes none",
            "leave the image out for the project's own one, or describe one with ImageSpec",
        )
    builder = choose_builder(request.images.build.builder, must_run=not request.dry_run)
    delivery = _delivery(request, builder)
    if request.dry_run:
        return _described(plan, builder, delivery)
    built: dict[str, Built] = {}
    for recipe in plan.recipes:
        request.access.tell(f"build {recipe.name} with {builder.name}")
        built[recipe.name] = _guarded(recipe, lambda one=recipe: builder.build(one, delivery, built))  # type: ignore[misc]
    findings = plan.findings | [finding for one in built.values() for finding in one.findings]
    return _outcome([_view(one) for one in built.values()], findings)


def failed_result(error: FlytecError) -> ours.BuildResult:
    """The result of a run that ended with `error`."""
    return _outcome([], error.findings).result


def _delivery(request: BuildRequest, builder: Builder) -> Delivery:
    build = request.images.build
    # Only the oci builder writes a layout; pushing needs none, unless it is asked for.
    writes = builder.name == "oci" and (not build.push or build.output is not None)
    return Delivery(
        push=build.push,
        layout=request.layout if writes else None,
        cache=request.cache,
        access=request.access,
        log=request.log,
        installer=build.installer,
        compression=build.compression,
    )


def _guarded(recipe: Recipe, build: Callable[[], Built]) -> Built:
    try:
        return build()
    except OSError as error:
        where = Location(str(error.filename)) if error.filename else None
        raise cannot_run(
            OUTPUT_FAILED,
            f"image {recipe.name} cannot be built: {error.strerror}",
            at=where,
            hint="Make room, or name another folder with --output or XDG_CACHE_HOME; what was built before is there.",
        ) from error


def _described(plan: ImagesPlan, builder: Builder, delivery: Delivery) -> BuildOutcome:
    rows, bases = [], dict[str, Built]()
    for recipe in plan.recipes:
        row = _view_recipe(recipe, builder.name)
        row.plan = builder.describe(recipe, delivery, bases)
        rows.append(row)
    return _outcome(rows, plan.findings)


def _outcome(images: list[ours.BuiltImage], findings: DiagnosticSet) -> BuildOutcome:
    from flytec.view.diagnostics import view_each

    result = ours.BuildResult(version=RESULT_VERSION, images=images, findings=view_each(findings))
    return BuildOutcome(result=result, findings=findings)


def _view(built: Built) -> ours.BuiltImage:
    row = _view_recipe(built.recipe, built.builder)
    row.digest = built.digest
    row.reference = built.reference
    row.base_digest = built.base_digest
    row.pushed = built.pushed
    row.layout = str(built.layout or "")
    return row


def _view_recipe(recipe: Recipe, builder: str) -> ours.BuiltImage:
    return ours.BuiltImage(
        name=recipe.name,
        repository=recipe.repository,
        tag=recipe.tag,
        builder=builder,
        platforms=recipe.platforms,
        base_image=recipe.base,
        source_files=len(recipe.sources),
    )
