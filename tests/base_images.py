"""Base images for tests, made on the spot: an OCI image layout of a few files."""

import gzip
import io
import json
import tarfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

PYTHON_FILES = {"usr/local/bin/python3.11": "#!", "root/": "", "usr/lib/os-release": "ID=test\n"}
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
INDEX = "application/vnd.oci.image.index.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"


def archive(files: Mapping[str, str]) -> bytes:
    """An archive of files; a path with a slash at its end is a folder."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for name, text in files.items():
            entry = tarfile.TarInfo(name.rstrip("/"))
            entry.type = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE
            entry.mode = 0o755
            entry.size = len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))
    return stream.getvalue()


class Layout:
    """A layout in the making."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "blobs" / "sha256").mkdir(parents=True, exist_ok=True)
        (folder / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}')

    def blob(self, data: bytes, media_type: str) -> dict[str, Any]:
        digest = sha256(data).hexdigest()
        (self.folder / "blobs" / "sha256" / digest).write_bytes(data)
        return {"mediaType": media_type, "digest": f"sha256:{digest}", "size": len(data)}

    def image(
        self,
        layers: Sequence[Mapping[str, str]] = (PYTHON_FILES,),
        *,
        architecture: str = "amd64",
        config: Mapping[str, Any] = {"Env": ["PATH=/usr/local/bin:/usr/bin"], "User": "someone"},
        packed: bool = True,
    ) -> dict[str, Any]:
        return self._image([archive(files) for files in layers], architecture, config, packed=packed)

    def image_of(self, data: bytes, config: Mapping[str, Any]) -> dict[str, Any]:
        """An image of one layer that is there already."""
        return self._image([data], "amd64", config, packed=False)

    def _image(
        self, archives: Sequence[bytes], architecture: str, config: Mapping[str, Any], *, packed: bool
    ) -> dict[str, Any]:
        kind = "application/vnd.oci.image.layer.v1.tar" + ("+gzip" if packed else "")
        blobs = [self.blob(gzip.compress(data, mtime=0) if packed else data, kind) for data in archives]
        document = {
            "os": "linux",
            "architecture": architecture,
            "config": dict(config),
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{sha256(data).hexdigest()}" for data in archives]},
        }
        manifest = {
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": self.blob(json.dumps(document).encode(), CONFIG),
            "layers": blobs,
        }
        return self.blob(json.dumps(manifest).encode(), MANIFEST)

    def index(self, images: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """An index of images by their architecture."""
        rows = [
            {**image, "platform": {"os": "linux", "architecture": architecture}}
            for architecture, image in images.items()
        ]
        return self.blob(json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": rows}).encode(), INDEX)

    def name(self, **images: Mapping[str, Any]) -> Path:
        """Writes the index of the layout: images by their names."""
        rows = [{**row, "annotations": {"org.opencontainers.image.ref.name": name}} for name, row in images.items()]
        (self.folder / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": rows}))
        return self.folder


def base_layout(folder: Path, **options: Any) -> Path:
    """A layout with one image, `base`, that has a Python 3.11."""
    layout = Layout(folder)
    return layout.name(base=layout.image(**options))


def document(folder: Path, digest: str) -> dict[str, Any]:
    """A manifest or configuration of a layout, by its digest."""
    found: dict[str, Any] = json.loads((folder / "blobs" / "sha256" / digest.removeprefix("sha256:")).read_bytes())
    return found


def entries(folder: Path, digest: str) -> dict[str, tarfile.TarInfo]:
    """What the layers of an image hold, the uppermost entry of each path."""
    found: dict[str, tarfile.TarInfo] = {}
    for layer in document(folder, digest)["layers"]:
        with tarfile.open(folder / "blobs" / "sha256" / layer["digest"].removeprefix("sha256:")) as archive:
            found.update({entry.name: entry for entry in archive})
    return found


def unpack(folder: Path, digest: str, target: Path) -> Path:
    """The files of an image, as a container would see them."""
    for layer in document(folder, digest)["layers"]:
        with tarfile.open(folder / "blobs" / "sha256" / layer["digest"].removeprefix("sha256:")) as archive:
            archive.extraction_filter = lambda member, _: member  # the first releases of Python 3.11 do not ask it
            archive.extractall(target)
    return target
