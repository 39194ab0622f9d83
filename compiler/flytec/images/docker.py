"""The builder that has docker's buildx build a generated Dockerfile."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from flytec.codes import BUILDER_FAILED
from flytec.diagnostics import cannot_run
from flytec.images.base_image import split_layout
from flytec.images.builder import Bases, Built, Delivery
from flytec.images.dockerfile import make_context, secret_id
from flytec.images.recipe import Recipe, check_unchanged
from flytec.images.tool import ToolFailedError, output_of, run_tool
from flytec.records import dataclass
from flytec.settings.tool_sources import LAYOUT_PREFIX

_BASE_CONTEXT = "flytec-base"


@dataclass(frozen=True, slots=True)
class DockerBuilder:
    """`docker buildx build`."""

    name: str = "docker"

    def missing(self) -> str:
        """Whether docker, buildx or the daemon is missing, in words."""
        if output_of(["docker", "--version"]) is None:
            return "docker is not installed"
        if output_of(["docker", "buildx", "version"]) is None:
            return "docker has no buildx"
        if output_of(["docker", "info", "--format", "{{.ServerVersion}}"]) is None:
            return "docker's daemon does not answer"
        return ""

    def describe(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> str:
        """The command, the Dockerfile and the files of its context."""
        with tempfile.TemporaryDirectory(prefix="flytec-build-") as work:
            context = make_context(recipe, _base(recipe, bases), Path(work))
        command = " ".join(_command(recipe, delivery, bases, "CONTEXT", "METADATA"))
        return "\n".join([f"# {command}", context.dockerfile, *(f"# {name}" for name in sorted(context.files)), ""])

    def build(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> Built:
        """Builds, and pushes with docker's own credentials. See `Builder.build`."""
        with tempfile.TemporaryDirectory(prefix="flytec-build-") as folder:
            root = Path(folder)
            for name in ("context", "work"):
                (root / name).mkdir()
            make_context(recipe, _base(recipe, bases), root / "work").write(root / "context")
            check_unchanged(recipe)
            metadata = root / "metadata.json"
            try:
                run_tool(_command(recipe, delivery, bases, str(root / "context"), str(metadata)), delivery.log)
            except ToolFailedError as error:
                raise error.finding(recipe.name) from error
            digest = _digest(metadata, recipe)
        return Built(recipe=recipe, builder=self.name, digest=digest, pushed=delivery.push)


def _base(recipe: Recipe, bases: Bases) -> str:
    if (built := bases.get(recipe.base)) is not None:
        return built.reference if built.pushed else built.recipe.target
    return _BASE_CONTEXT if recipe.base.startswith(LAYOUT_PREFIX) else recipe.base


def _command(recipe: Recipe, delivery: Delivery, bases: Bases, context: str, metadata: str) -> list[str]:
    kind = "image,push=true" if delivery.push else "docker"
    words = ["docker", "buildx", "build", "--progress", "plain", "--provenance=false", "--platform"]
    words += [",".join(recipe.platforms), "--build-arg", "SOURCE_DATE_EPOCH=0", "--metadata-file", metadata]
    words += ["--output", f"type={kind},name={recipe.target},rewrite-timestamp=true"]
    if recipe.base.startswith(LAYOUT_PREFIX) and recipe.base not in bases:
        folder, name = split_layout(recipe.base)
        words += ["--build-context", f"{_BASE_CONTEXT}=oci-layout://{folder}{f':{name}' if name else ''}"]
    for index, (source, _) in enumerate(recipe.secret_mounts):
        words += ["--secret", f"id={secret_id(index)},src={source}"]
    return [*words, context]


def _digest(metadata: Path, recipe: Recipe) -> str:
    try:
        digest = json.loads(metadata.read_bytes())["containerimage.digest"]
    except (OSError, ValueError, LookupError, TypeError):
        digest = None
    if not isinstance(digest, str):
        raise cannot_run(
            BUILDER_FAILED,
            f"image {recipe.name}: docker buildx told no digest, expected containerimage.digest in its metadata",
            hint="Update buildx.",
        )
    return digest
