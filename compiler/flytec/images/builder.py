"""The interface of what builds images, and what it is told beside the recipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol, TextIO

from flytec.diagnostics import Diagnostic
from flytec.images.layers import Compression
from flytec.images.recipe import Recipe
from flytec.images.registry import Access
from flytec.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where images go and what a build may use.

    Without `push` the oci builder writes a layout to `layout`, the others leave images where their tool keeps them.
    `cache` keeps what was fetched; `log` takes what tools say, as they say it.
    """

    push: bool
    layout: Path | None
    cache: Path
    access: Access
    log: TextIO
    installer: str = "auto"
    compression: Compression = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """An image that was built: its digest, that of its base where known, and where it is."""

    recipe: Recipe
    builder: str
    digest: str
    base_digest: str = ""
    pushed: bool = False
    layout: Path | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def reference(self) -> str:
        """The image by its digest, which names it and no other."""
        return f"{self.recipe.repository}@{self.digest}"


Bases = Mapping[str, Built]
"""What was built before in this run, by the name of its recipe: images may be based on it."""


class Builder(Protocol):
    """What builds images."""

    @property
    def name(self) -> str:
        """What `--builder` calls it."""

    def missing(self) -> str:
        """What keeps it from running here, empty where nothing does."""

    def describe(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> str:
        """What `build` would do, as text: a Dockerfile with its context, or the layers."""

    def build(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> Built:
        """Builds, and pushes where that is asked for.

        Raises:
            CannotRunError: for whatever stands in the way; nothing of the image then has its name.
        """


@dataclass(frozen=True, slots=True)
class Plan:
    """Recipes in the order in which they are built."""

    recipes: tuple[Recipe, ...]
    findings: tuple[Diagnostic, ...] = field(default=())
