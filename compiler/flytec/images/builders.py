"""The table of builders, and the choice among them."""

from __future__ import annotations

from collections.abc import Mapping

from flytec.codes import BUILDER_MISSING
from flytec.diagnostics import cannot_run
from flytec.images.buildah import BuildahBuilder
from flytec.images.builder import Builder
from flytec.images.docker import DockerBuilder
from flytec.images.oci import OciBuilder

BUILDERS: Mapping[str, Builder] = {
    "docker": DockerBuilder(),
    "buildah": BuildahBuilder(),
    "oci": OciBuilder(),
}
"""Builders by name, in the order in which `auto` tries them; the last runs everywhere."""

AUTO = "auto"


def choose_builder(name: str, *, must_run: bool = True) -> Builder:
    """The builder of that name, which need not run here to tell what it would do; with `auto` the first that runs.

    Raises:
        CannotRunError: FTC538 for one that does not run here.
    """
    if name == AUTO:
        return next(builder for builder in BUILDERS.values() if not builder.missing())
    builder = BUILDERS[name]
    if must_run and (missing := builder.missing()):
        raise cannot_run(
            BUILDER_MISSING,
            f"builder {name} does not run here: {missing}",
            hint="Start or install it, or pass --builder oci.",
        )
    return builder
