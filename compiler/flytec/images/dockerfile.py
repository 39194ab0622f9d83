"""A recipe as a Dockerfile and the folder that goes with it: the same image as the oci builder's, made by running pip.

Packages are installed in a stage of their own, so that the image keeps the user of its base. Where programs run in the
image itself, it ends with a user `flytekit` that owns the sources, as flytekit's images do.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from flytec.images.base_image import check_base
from flytec.images.dependencies import options_of, requirement_files
from flytec.images.included import included_files
from flytec.images.platforms import parse_platforms
from flytec.images.recipe import PACKAGES_FOLDER, Dependencies, ImageFile, Recipe
from flytec.records import dataclass

_MICROMAMBA = "docker.io/mambaorg/micromamba:2.0.3-debian12-slim"
_CONDA_ROOT = "/opt/micromamba"
_CONDA_BIN = f"{_CONDA_ROOT}/envs/runtime/bin"
_REQUIREMENTS = "requirements"
_MOUNTED = "/tmp/flytec"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@+,%")


@dataclass(frozen=True, slots=True)
class Context:
    """What a build is given: the Dockerfile, and the files of its folder by their path there."""

    dockerfile: str
    files: Mapping[str, ImageFile]

    def write(self, folder: Path) -> None:
        """Lays the context out. Raises `OSError`."""
        (folder / "Dockerfile").write_text(self.dockerfile, encoding="utf-8")
        for name, file in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if file.target:
                path.symlink_to(file.target)
            else:
                shutil.copyfile(file.source, path)
                path.chmod(file.mode)


def secret_id(index: int) -> str:
    """The name of one of the recipe's secrets, for the Dockerfile and the command line."""
    return f"secret_{index}"


def make_context(recipe: Recipe, base: str, work: Path) -> Context:
    """The context of a recipe whose base image the tool knows as `base`; `work` is an empty folder.

    Raises:
        CannotRunError: FTC536 and FTC537 for requirements that cannot be had, and what `check_base` raises; `OSError`.
    """
    check_base(recipe.base, parse_platforms(",".join(recipe.platforms), f"the platform of image {recipe.name}"))
    given = requirement_files(recipe.dependencies, work) if recipe.dependencies else []
    files = {f"{_REQUIREMENTS}/{name}": ImageFile("", str(path)) for name, path in _with_included(given).items()}
    folders = []
    for folder, rows in (("files", recipe.files), ("sources", recipe.sources)):
        inside = {f"{folder}/{file.path.removeprefix(f'{recipe.workdir}/')}": file for file in rows}
        files |= inside
        folders += [folder] if inside else []
    return Context("\n".join(_lines(recipe, base, [file.name for file in given], folders)) + "\n", files)


def _lines(recipe: Recipe, base: str, requirements: Sequence[str], folders: Sequence[str]) -> Iterable[str]:
    runs = bool(recipe.system_packages or recipe.uses_conda or recipe.commands)
    if recipe.uses_conda:
        yield f"FROM {recipe.micromamba_image or _MICROMAMBA} AS micromamba"
        yield ""
    yield f"FROM {base} AS base"
    if runs:
        yield from _programs(recipe)
    if recipe.dependencies is not None:
        yield from ("", "FROM base AS packages", "USER root", *_install(recipe, recipe.dependencies, requirements))
    yield from ("", "FROM base")
    if recipe.dependencies is not None:
        yield f"COPY --from=packages {PACKAGES_FOLDER} {PACKAGES_FOLDER}"
    owner = "--chown=flytekit " if runs else ""
    yield from (f"COPY {owner}{folder}/ {recipe.workdir}/" for folder in folders)
    yield from _settings(recipe)
    if recipe.commands:
        yield "USER root"
        yield f"RUN {' && '.join(recipe.commands)}"
    yield f"WORKDIR {recipe.workdir}"
    if runs:
        yield "USER flytekit"


def _programs(recipe: Recipe) -> Iterable[str]:
    yield "USER root"
    if recipe.system_packages:
        names = " ".join(recipe.system_packages)
        yield (
            f"RUN apt-get update && apt-get install --yes --no-install-recommends {names} && "
            "rm -rf /var/lib/apt/lists/*"
        )
    if recipe.uses_conda:
        channels = " ".join(f"--channel {channel}" for channel in ("conda-forge", *recipe.conda_channels))
        packages = " ".join((f"python={recipe.python_version}", *recipe.conda_packages))
        yield (
            "RUN --mount=from=micromamba,source=/usr/bin/micromamba,target=/usr/bin/micromamba "
            f"micromamba create --yes --name runtime --root-prefix {_CONDA_ROOT} {channels} {packages}"
        )
        yield f'ENV PATH="{_CONDA_BIN}:$PATH"'
    yield "RUN id -u flytekit || useradd --create-home --shell /bin/sh flytekit"
    yield f"RUN mkdir -p {recipe.workdir} && chown flytekit {recipe.workdir}"


def _install(recipe: Recipe, dependencies: Dependencies, requirements: Sequence[str]) -> Iterable[str]:
    mounts = [f"--mount=type=bind,source={_REQUIREMENTS},target={_MOUNTED}"] if requirements else []
    mounts += [
        f"--mount=type=secret,id={secret_id(index)},target={target}"
        for index, (_, target) in enumerate(recipe.secret_mounts)
    ]
    python = f"{_CONDA_BIN}/python" if recipe.uses_conda else recipe.python
    words = [
        *(python, "-m", "pip", "install", "--no-cache-dir", "--no-compile", "--disable-pip-version-check"),
        *("--root-user-action", "ignore", "--target", PACKAGES_FOLDER),
        *options_of(dependencies),
        *(word for name in requirements for word in ("--requirement", f"{_MOUNTED}/{name}")),
    ]
    yield f"RUN {' '.join([*mounts, *map(_shell_word, words)])}"


def _settings(recipe: Recipe) -> Iterable[str]:
    paths = recipe.workdir if recipe.dependencies is None else f"{recipe.workdir}:{PACKAGES_FOLDER}"
    yield f'ENV PYTHONPATH="{paths}${{PYTHONPATH:+:$PYTHONPATH}}"'
    if recipe.dependencies is not None:
        yield f'ENV PATH="{PACKAGES_FOLDER}/bin:$PATH"'
    yield from (f"ENV {name}={_quoted(value)}" for name, value in recipe.env.items())
    yield from (f"LABEL {_quoted(name)}={_quoted(value)}" for name, value in recipe.labels.items())
    if recipe.entrypoint is not None:
        yield f"ENTRYPOINT {json.dumps(list(recipe.entrypoint))}"


def _with_included(files: Iterable[Path]) -> dict[str, Path]:
    """The files that pip is given, and those that they include, by their path from the folder of the first."""
    return {name: path for file in files for name, path in {file.name: file, **included_files(file)}.items()}


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$").replace("\n", "\\n") + '"'


def _shell_word(word: str) -> str:
    return word if word and set(word) <= _PLAIN else "'" + word.replace("'", "'\\''") + "'"
