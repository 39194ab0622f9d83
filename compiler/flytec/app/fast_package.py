"""`fast_package`: flytekit's function of this name, with the same signature, files and archive name."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from flytec.app.sources import SourceRequest, pack_sources, written_before
from flytec.load.scope import is_installed
from flytec.package.bundle import Policy
from flytec.render.sources import show_findings, show_listing
from flytec.settings.copying import FastPackageOptions
from flytec.settings.tool_sources import gather_package


def fast_package(
    source: str | os.PathLike[str],
    output_dir: str | os.PathLike[str] | None = None,
    deref_symlinks: bool = False,
    options: FastPackageOptions | None = None,
) -> str:
    """Packs the files of a source tree into `fast<digest>.tar.gz` and gives its path.

    What `options` does not say, or all of it where there are none, is taken from [tool.flytec.package] of the
    pyproject.toml of the tree. Warnings, and with `show_files` the files, are written to stderr.

    Args:
        source: the root of the tree.
        output_dir: the folder that the archive is written to, a new temporary one by default.
        deref_symlinks: whether links are packed as what they lead to.
        options: which files are taken; with `LOADED_MODULES` those of the modules that are loaded in this process.

    Raises:
        FlytecError: see `flytec.app.sources.pack_sources`; the folder then is as it was before.
    """
    root = Path(source)
    folder = _temporary_folder() if output_dir is None else Path(output_dir)
    request = SourceRequest(
        root=root,
        options=options or FastPackageOptions(),
        environ=os.environ,
        deref_symlinks=deref_symlinks,
        loaded=_loaded_files(),
        outputs=written_before(folder),
    )
    if gather_package({}, os.environ, root.absolute()):
        request = _with_settings(request, options)
    bundle = pack_sources(request, folder)
    show_findings(bundle.findings)
    if request.options.show_files:
        show_listing(bundle.listing)
    return str(bundle.path)


def _with_settings(request: SourceRequest, options: FastPackageOptions | None) -> SourceRequest:
    from flytec.settings.package import load_package_settings

    settings = load_package_settings(flags={}, environ=request.environ, start=request.root.absolute())
    return replace(
        request,
        options=options or settings.options(),
        deref_symlinks=request.deref_symlinks or settings.deref_symlinks,
        policy=Policy(max_size=settings.max_size, allow_credentials=settings.allow_credentials),
    )


def _temporary_folder() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp())


def _loaded_files() -> list[str]:
    """The files of all modules of this process that are not installed."""
    modules = (getattr(module, "__dict__", {}) for module in list(sys.modules.values()))
    files = (file for module in modules if isinstance(file := module.get("__file__"), str))
    return [file for file in files if not is_installed(file)]
