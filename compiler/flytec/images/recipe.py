"""`Recipe`: what one image is made of, whoever builds it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from flytec.codes import CHANGING_FILE
from flytec.diagnostics import cannot_run
from flytec.records import dataclass

SOURCE_FOLDER = "/root"
"""Where flytekit's images have the user's sources, and where a container starts."""

PACKAGES_FOLDER = "/opt/flytec"
"""Where dependencies are installed: apart from those of the base image, which they stand in front of."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """One file or link of an image: its absolute path there, where its bytes are here, its mode, what a link says."""

    path: str
    source: str
    mode: int = 0o644
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """Python packages: requirements, a file of them or a lock file, and where they are looked for."""

    packages: tuple[str, ...] = ()
    file: Path | None = None
    index_url: str | None = None
    extra_index_urls: tuple[str, ...] = ()
    extra_args: tuple[str, ...] = ()

    def options(self) -> list[str]:
        """The options of pip and uv that say where packages are looked for."""
        index = ["--index-url", self.index_url] if self.index_url else []
        extra = [word for url in self.extra_index_urls for word in ("--extra-index-url", url)]
        return [*index, *extra, *self.extra_args]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One image.

    `name` is the reference that tasks have of it, `repository` and `tag` are where it is pushed. `base` is a reference,
    `oci:FOLDER[:TAG]`, or the name of another recipe, which is built before. `sources` are the user's modules, `files`
    what else is copied, `content` a digest of both. Platforms are `linux/amd64` and the like. An entry point of `None`
    is the base image's own.
    """

    name: str
    repository: str
    tag: str
    base: str
    platforms: tuple[str, ...]
    python_version: str | None = None
    python: str = "python3"
    dependencies: Dependencies | None = None
    system_packages: tuple[str, ...] = ()
    conda_packages: tuple[str, ...] = ()
    conda_channels: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    secret_mounts: tuple[tuple[str, str], ...] = ()
    micromamba_image: str | None = None
    files: tuple[ImageFile, ...] = ()
    sources: tuple[ImageFile, ...] = ()
    workdir: str = SOURCE_FOLDER
    env: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    entrypoint: tuple[str, ...] | None = None
    registry_config: str | None = None
    content: str = ""

    @property
    def target(self) -> str:
        """Repository and tag."""
        return f"{self.repository}:{self.tag}"

    @property
    def uses_conda(self) -> bool:
        """Whether the image gets a Python of its own from conda."""
        return bool(self.conda_packages or self.conda_channels)

    def environment(self, inherited: Mapping[str, str]) -> dict[str, str]:
        """The variables of the image: those of its base, found modules and programs, and the recipe's own."""
        env = dict(inherited)
        paths, folders = [self.workdir], []
        if self.dependencies is not None:
            paths.append(PACKAGES_FOLDER)
            folders.append(f"{PACKAGES_FOLDER}/bin")
        env["PYTHONPATH"] = ":".join([*paths, *_parts(inherited.get("PYTHONPATH"), paths)])
        if folders:
            env["PATH"] = ":".join([*folders, *(_parts(inherited.get("PATH"), folders) or _DEFAULT_PATH)])
        return {**env, **self.env}


_DEFAULT_PATH = ("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")


def _parts(value: str | None, without: Iterable[str]) -> list[str]:
    return [part for part in (value or "").split(":") if part and part not in without]


def check_unchanged(recipe: Recipe) -> None:
    """Makes sure that what is copied is what was there when the image was named.

    Raises:
        CannotRunError: FTC504 where it is not; `OSError`.
    """
    if files_digest((*recipe.files, *recipe.sources)) != recipe.content:
        raise cannot_run(
            CHANGING_FILE,
            f"files of image {recipe.name} changed while it was built, expected those that it is named by",
            hint="Build again.",
        )


def files_digest(files: Iterable[ImageFile]) -> str:
    """A digest of paths, modes, links and contents. Raises `OSError` for files that cannot be read."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda row: row.path):
        digest.update(f"{file.path}\0{file.mode:o}\0{file.target}\0".encode())
        if not file.target:
            with Path(file.source).open("rb") as stream:
                content = hashlib.sha256()
                while chunk := stream.read(1 << 20):
                    content.update(chunk)
            digest.update(content.digest())
    return digest.hexdigest()
