"""OCI image layouts: a folder with `oci-layout`, `index.json` and blobs (OCI image specification, image-layout.md)."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from flytec.artifact.swap import exclusive
from flytec.codes import FOREIGN_FILE, INVALID_BASE_IMAGE, NO_BASE_IMAGE
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.images import media
from flytec.images.blobs import Blobs, Descriptor, canonical_json

REF_NAME = "org.opencontainers.image.ref.name"
CONTAINERD_NAME = "io.containerd.image.name"
_VERSION = {"imageLayoutVersion": "1.0.0"}


def write_entry(folder: Path, name: str, descriptor: Descriptor, platform: Mapping[str, Any] | None) -> None:
    """Names an image whose blobs are in the folder; it replaces the one of that name, and others stay.

    Raises:
        CannotRunError: FTC402 where the folder holds something else than a layout; `OSError`.
    """
    entry: dict[str, Any] = {
        **descriptor.to_json(),
        "annotations": {REF_NAME: name, CONTAINERD_NAME: name},
        **({"platform": dict(platform)} if platform else {}),
    }
    with exclusive(folder):  # a run beside this one may name another image
        rows = [row for row in _entries(folder) if row.get("annotations", {}).get(REF_NAME) != name]
        rows = sorted([*rows, entry], key=lambda row: str(row.get("annotations", {}).get(REF_NAME)))
        index = {"schemaVersion": 2, "mediaType": media.INDEX, "manifests": rows}
        _replace(folder / "oci-layout", canonical_json(_VERSION))
        _replace(folder / "index.json", canonical_json(index))


def check_output(folder: Path) -> None:
    """Refuses a folder that a layout cannot be written to.

    Raises:
        CannotRunError: FTC402 where the folder holds something else than a layout.
    """
    if not folder.exists() or (folder / "oci-layout").is_file():
        return
    what = "is a file"
    if folder.is_dir():
        foreign = next((path.name for path in sorted(folder.iterdir()) if path.name != "blobs"), None)
        what = f"holds {foreign} and is no image layout" if foreign else ""
    if what:
        raise cannot_run(
            FOREIGN_FILE,
            f"{folder} {what}, expected an empty folder or a layout",
            hint="Name another folder with --output.",
        )


def find_entry(folder: Path, name: str) -> Descriptor:
    """The manifest or index of that name in a layout; without a name that of its only image.

    Raises:
        CannotRunError: FTC531 where there is none, FTC533 for a malformed layout.
    """
    if not (folder / "index.json").is_file():
        raise cannot_run(
            NO_BASE_IMAGE,
            f"base image {folder} is no OCI image layout: it has no index.json",
            hint="Name a folder that skopeo, buildah or flytec build wrote.",
        )
    rows = _entries(folder)
    named = [row for row in rows if name in ("", row.get("annotations", {}).get(REF_NAME))]
    if len(named) != 1:
        names = sorted(str(row.get("annotations", {}).get(REF_NAME, "an image without a name")) for row in rows)
        wanted = f"image {name!r}" if name else f"one image, but {len(rows)}"
        raise cannot_run(
            NO_BASE_IMAGE,
            f"base image layout {folder} does not have {wanted}: it has {', '.join(names) or 'none'}",
            hint="Name the image as oci:FOLDER:NAME.",
        )
    try:
        return Descriptor.of(named[0])
    except (KeyError, TypeError) as error:
        raise broken(folder, "index.json has an entry without mediaType, digest and size") from error


def read_blob(folder: Path, descriptor: Descriptor) -> bytes:
    """A small blob of a layout, checked.

    Raises:
        CannotRunError: FTC533 for one that is not there or not what its digest says.
    """
    from flytec.images.blobs import digest_of

    try:
        data = Blobs(folder).path(descriptor.digest).read_bytes()
    except (FileNotFoundError, ValueError) as error:
        raise broken(folder, f"blob {descriptor.digest} is not there") from error
    if digest_of(data) != descriptor.digest:
        raise broken(folder, f"blob {descriptor.digest} has other bytes than its digest says")
    return data


def broken(image: object, what: str) -> CannotRunError:
    """The error for a base image that is not as it should be."""
    return cannot_run(INVALID_BASE_IMAGE, f"base image {image}: {what}", hint="Build or pull the base image anew.")


def _entries(folder: Path) -> Sequence[dict[str, Any]]:
    path = folder / "index.json"
    if not path.is_file():
        return []
    try:
        rows = json.loads(path.read_bytes())["manifests"]
    except (ValueError, LookupError, TypeError) as error:
        raise broken(folder, "index.json is malformed, expected an image index") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise broken(folder, "index.json is malformed, expected an image index")
    return rows


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
