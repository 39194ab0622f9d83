"""The image that a build starts from: its configuration and layers, from a registry or an OCI image layout."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from flytec.codes import INVALID_BASE_IMAGE, NO_BASE_IMAGE
from flytec.diagnostics import cannot_run
from flytec.images import layout, media
from flytec.images.blobs import Blobs, Descriptor
from flytec.images.contents import Contents, UnsupportedLayerError, read_contents
from flytec.images.platforms import Platform, no_such_platform
from flytec.images.reference import Reference, parse_image
from flytec.images.registry import Access, NotInRegistryError, Registry
from flytec.records import dataclass
from flytec.settings.tool_sources import LAYOUT_PREFIX


@dataclass(frozen=True, slots=True)
class Base:
    """A base image for one platform, its blobs at hand in `blobs`."""

    name: str
    digest: str
    config: Mapping[str, Any]
    layers: Sequence[Descriptor]
    blobs: Blobs
    contents: Contents

    @property
    def env(self) -> dict[str, str]:
        """The variables of its containers."""
        rows = (self.config.get("config") or {}).get("Env") or ()
        return {name: value for name, _, value in (row.partition("=") for row in rows)}


class _Source(Protocol):
    """Where a base image comes from."""

    blobs: Blobs

    def top(self) -> tuple[bytes, Descriptor]:
        """The manifest or index that the name stands for."""

    def document(self, descriptor: Descriptor) -> bytes:
        """A manifest or a configuration."""

    def fetch(self, descriptor: Descriptor) -> None:
        """Sees to it that a layer is in `blobs`."""


def load_base(name: str, platform: Platform, cache: Path, access: Access) -> Base:
    """The image `name` stands for, a reference or `oci:FOLDER[:NAME]`; layers of a registry are kept in `cache`.

    Raises:
        CannotRunError: FTC531 where there is none, FTC532 for another platform, FTC533 for a malformed one, and what
            `Registry` raises.
    """
    source: _Source
    if name.startswith(LAYOUT_PREFIX):
        source = _InLayout(*split_layout(name))
    else:
        source = _InRegistry(parse_image(name), cache, access)
    with _wellformed(name):
        return _load(name, platform, source)


def check_base(name: str, platforms: Iterable[Platform]) -> None:
    """Makes sure, where a base image is a layout, that it is there for these platforms.

    Tools that are given it tell neither. Images in registries are left to them, for they have credentials of their own.

    Raises:
        CannotRunError: as `load_base`.
    """
    if name.startswith(LAYOUT_PREFIX):
        for platform in platforms:
            with _wellformed(name):
                _read(name, platform, _InLayout(*split_layout(name)))


@contextmanager
def _wellformed(name: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise layout.broken(name, f"its manifest is malformed ({type(error).__name__}: {error})") from error


def split_layout(name: str) -> tuple[Path, str]:
    """Folder and image name of `oci:FOLDER[:NAME]`."""
    folder, _, image = name.removeprefix(LAYOUT_PREFIX).partition(":")
    return Path(folder), image


def _load(name: str, platform: Platform, source: _Source) -> Base:
    digest, manifest, config = _read(name, platform, source)
    layers = [_layer(name, row) for row in manifest["layers"]]
    if len(config["rootfs"]["diff_ids"]) != len(layers):
        raise layout.broken(name, "its configuration does not list as many layers as its manifest")
    for layer in layers:
        source.fetch(layer)
    return Base(name, digest, config, layers, source.blobs, _contents(name, layers, source.blobs))


def _read(name: str, platform: Platform, source: _Source) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """The image's digest, and its manifest and configuration for the platform."""
    data, top = source.top()
    if top.media_type in media.INDEXES:
        rows = json.loads(data)["manifests"]
        fitting = [row for row in rows if platform.fits(row.get("platform") or {})]
        if not fitting:
            raise no_such_platform(name, platform, (row.get("platform") or {} for row in rows))
        data = source.document(Descriptor.of(fitting[0]))
    elif top.media_type not in media.MANIFESTS:
        raise layout.broken(name, f"it is of type {top.media_type!r}, expected an image manifest or index")
    manifest = json.loads(data)
    config = json.loads(source.document(Descriptor.of(manifest["config"])))
    if not platform.fits(config):
        raise no_such_platform(name, platform, (config,))
    return top.digest, manifest, config


def _layer(name: str, row: Mapping[str, Any]) -> Descriptor:
    layer = Descriptor.of(row)
    media_type = media.LAYERS.get(layer.media_type)
    if media_type is None:
        raise layout.broken(name, f"it has a layer of type {layer.media_type}, expected one of a container image")
    return Descriptor(media_type, layer.digest, layer.size)


def _contents(name: str, layers: Sequence[Descriptor], blobs: Blobs) -> Contents:
    try:
        return read_contents((blobs.path(layer.digest), layer.media_type) for layer in layers)
    except UnsupportedLayerError as error:
        raise cannot_run(
            INVALID_BASE_IMAGE,
            f"base image {name} has layers that are compressed with zstd, which the builder oci cannot read",
            hint="Pass --builder docker or buildah, or name a base image with gzip layers.",
        ) from error
    except (tarfile.TarError, EOFError, OSError) as error:
        raise layout.broken(name, f"a layer cannot be read ({error})") from error


class _InLayout:
    def __init__(self, folder: Path, image: str) -> None:
        self._folder = folder
        self._image = image
        self.blobs = Blobs(folder)

    def top(self) -> tuple[bytes, Descriptor]:
        descriptor = layout.find_entry(self._folder, self._image)
        return layout.read_blob(self._folder, descriptor), descriptor

    def document(self, descriptor: Descriptor) -> bytes:
        return layout.read_blob(self._folder, descriptor)

    def fetch(self, descriptor: Descriptor) -> None:
        if not self.blobs.has(descriptor.digest):
            raise layout.broken(self._folder, f"blob {descriptor.digest} is not there")


class _InRegistry:
    def __init__(self, reference: Reference, cache: Path, access: Access) -> None:
        self._reference = reference
        self._registry = Registry(reference, access)
        self.blobs = Blobs(cache)

    def top(self) -> tuple[bytes, Descriptor]:
        return self._manifest(self._reference.version)

    def document(self, descriptor: Descriptor) -> bytes:
        if descriptor.media_type in media.MANIFESTS:
            return self._manifest(descriptor.digest)[0]
        self.fetch(descriptor)
        return self.blobs.path(descriptor.digest).read_bytes()

    def fetch(self, descriptor: Descriptor) -> None:
        try:
            self._registry.fetch(descriptor, self.blobs)
        except NotInRegistryError:
            raise layout.broken(self._reference, f"blob {descriptor.digest} is not in the registry") from None

    def _manifest(self, version: str) -> tuple[bytes, Descriptor]:
        try:
            return self._registry.manifest(version)
        except NotInRegistryError:
            raise cannot_run(
                NO_BASE_IMAGE,
                f"base image {self._reference} does not exist: registry {self._reference.host} does not have it",
                hint="Correct --base-image or base_image, or push the base image.",
            ) from None
