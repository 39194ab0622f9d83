"""The documents of an image: configuration, manifest and index (OCI image specification, config.md, manifest.md)."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from typing import Any

from flytec.images import media
from flytec.images.base_image import Base
from flytec.images.blobs import Blobs, Descriptor, canonical_json
from flytec.images.layers import Layer
from flytec.images.layout import broken
from flytec.images.platforms import Platform
from flytec.images.recipe import Recipe
from flytec.records import dataclass

EPOCH = "1970-01-01T00:00:00Z"
"""When every image was made: the time of a build would be in its digest."""

BASE_DIGEST = "org.opencontainers.image.base.digest"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Image:
    """An image for one platform, all its blobs in one folder."""

    manifest: Descriptor
    config: Descriptor
    layers: Sequence[Descriptor]
    platform: Mapping[str, Any]


def make_image(recipe: Recipe, base: Base, added: Sequence[Layer], platform: Platform, blobs: Blobs) -> Image:
    """The image of the base's layers and those that were added, whose blobs are all in `blobs` then.

    Raises:
        CannotRunError: FTC533 for a layer of the base that is not what its digest says; `OSError`.
    """
    for layer in base.layers:
        _bring(layer, base, blobs)
    document = canonical_json(_config(recipe, base, added, platform))
    config = blobs.add(document, media.CONFIG)
    layers = [*base.layers, *(layer.descriptor for layer in added)]
    annotations = {BASE_DIGEST: base.digest}
    manifest = {
        "schemaVersion": 2,
        "mediaType": media.MANIFEST,
        "config": config.to_json(),
        "layers": [layer.to_json() for layer in layers],
        "annotations": annotations,
    }
    return Image(blobs.add(canonical_json(manifest), media.MANIFEST), config, layers, _platform(platform))


def index_of(images: Sequence[Image], blobs: Blobs) -> Descriptor:
    """The index of images for several platforms."""
    rows = [{**image.manifest.to_json(), "platform": dict(image.platform)} for image in images]
    return blobs.add(canonical_json({"schemaVersion": 2, "mediaType": media.INDEX, "manifests": rows}), media.INDEX)


def _config(recipe: Recipe, base: Base, added: Sequence[Layer], platform: Platform) -> dict[str, Any]:
    inherited = dict(base.config.get("config") or {})
    env = recipe.environment(base.env)
    settings = {
        **inherited,
        "Env": [f"{name}={value}" for name, value in env.items()],
        "WorkingDir": recipe.workdir,
    }
    if labels := {**(inherited.get("Labels") or {}), **recipe.labels}:
        settings["Labels"] = labels
    if recipe.entrypoint is not None:
        settings["Entrypoint"] = list(recipe.entrypoint)
        settings.pop("Cmd", None)  # the arguments of the base's own entry point
    made: list[dict[str, Any]] = [{"created": EPOCH, "created_by": layer.created_by} for layer in added]
    made.append({"created": EPOCH, "created_by": "flytec build: settings", "empty_layer": True})
    return {
        **_platform(platform),
        **{key: base.config[key] for key in ("variant", "os.version", "os.features") if key in base.config},
        "created": EPOCH,
        "config": settings,
        "rootfs": {
            "type": "layers",
            "diff_ids": [*base.config["rootfs"]["diff_ids"], *(layer.diff_id for layer in added)],
        },
        "history": [*(base.config.get("history") or ()), *made],
    }


def _platform(platform: Platform) -> dict[str, Any]:
    row = {"os": platform.os, "architecture": platform.architecture, "variant": platform.variant}
    return {key: value for key, value in row.items() if value}


def _bring(layer: Descriptor, base: Base, blobs: Blobs) -> None:
    """Copies a layer of the base, and checks it on the way."""
    if blobs.has(layer.digest):
        return
    with base.blobs.path(layer.digest).open("rb") as stream, blobs.new(expected=layer.digest) as blob:
        shutil.copyfileobj(stream, blob, _CHUNK)
    if blob.digest != layer.digest:
        raise broken(base.name, f"layer {layer.digest} has other bytes than its digest says")
