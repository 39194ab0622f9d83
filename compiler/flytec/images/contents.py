"""What is in the layers of a base image, as far as a build depends on it: folders, the Python, the C library."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path

from flytec.images import media
from flytec.images.recipe import PACKAGES_FOLDER
from flytec.records import dataclass

_PYTHON = re.compile(r"(?:usr/|usr/local/|opt/[^/]+/(?:envs/[^/]+/)?|root/\.venv/)?bin/python(3\.\d+)")
_FLYTEKIT = re.compile(rf"(?:(?:.+/)?(?:site|dist)-packages|{PACKAGES_FOLDER.strip('/')})/flytekit/__init__\.py")
_MUSL = re.compile(r"(?:usr/)?lib/ld-musl-[^/]+")
_PYTHON_VERSION_ENV = "PYTHON_VERSION"


@dataclass(slots=True)
class Contents:
    """The folders, the Python releases, whether programs use musl and flytekit is there, of all layers together."""

    folders: set[str] = field(default_factory=set)
    pythons: set[str] = field(default_factory=set)
    is_musl: bool = False
    has_flytekit: bool = False

    def python_version(self, env: dict[str, str]) -> str | None:
        """The one Python of the image, as `3.11`; `None` where there is none, or no telling which.

        The official Python images say it in their environment.
        """
        told = re.match(r"3\.\d+", env.get(_PYTHON_VERSION_ENV, ""))
        if told:
            return told[0]
        return next(iter(self.pythons)) if len(self.pythons) == 1 else None


def read_contents(layers: Iterable[tuple[Path, str]]) -> Contents:
    """The contents of layers, from the lowest upwards, each a file and its media type.

    Raises:
        tarfile.TarError: for a layer that is no archive; `OSError`; `UnsupportedLayerError`.
    """
    contents = Contents()
    for path, media_type in layers:
        if media_type == media.LAYER_ZSTD:
            raise UnsupportedLayerError(media_type)
        with tarfile.open(path, "r|gz" if media_type == media.LAYER_GZIP else "r|") as archive:
            for member in archive:
                _note(contents, member)
    return contents


class UnsupportedLayerError(Exception):
    """A layer that Python cannot read."""


def _note(contents: Contents, member: tarfile.TarInfo) -> None:
    name = member.name.removeprefix("./").strip("/")
    folder, _, last = name.rpartition("/")
    if last == ".wh..wh..opq":
        contents.folders = {known for known in contents.folders if not known.startswith(f"{folder}/")}
    elif last.startswith(".wh."):
        gone = f"{folder}/{last[4:]}".lstrip("/")
        contents.folders = {known for known in contents.folders if known != gone and not known.startswith(f"{gone}/")}
        if match := _PYTHON.fullmatch(gone):
            contents.pythons.discard(match[1])
    elif member.isdir() or (member.issym() and "/" not in name):  # /lib may be a link to usr/lib
        contents.folders.add(name)
    elif match := _PYTHON.fullmatch(name):
        contents.pythons.add(match[1])
    elif _MUSL.fullmatch(name):
        contents.is_musl = True
    elif last == "__init__.py" and _FLYTEKIT.fullmatch(name):
        contents.has_flytekit = True
