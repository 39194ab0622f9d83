"""`flytec package`: the command line of `pyflyte package`, with the same messages in one file for flytectl."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from flytec.cli.exit import working_folder
from flytec.cli.invocation import Invocation
from flytec.cli.options import BUNDLE_FLAGS, bundle_options, compile_options, resolve_option
from flytec.cli.registries import registry_access

_DEFAULT_OUTPUT = "flyte-package.tgz"
_CONTAINER_SOURCES = "/root"


@click.command("package")
@click.option(
    "-s",
    "--source",
    "source_root",
    type=click.Path(exists=True, file_okay=False),
    help="Folder that the packages, and the sources to pack, are looked for in; the working folder by default.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=_DEFAULT_OUTPUT,
    show_default=True,
    help="The file to write; its manifest comes to lie beside it.",
)
@click.option("--fast", is_flag=True, help="Deprecated; the same as --copy all.")
@click.option(
    "--copy",
    "copy_style",
    type=click.Choice(["all", "auto", "none"], case_sensitive=False),
    help="Which sources go along for tasks to fetch: all files, those of imported modules, or none (the default).",
)
@click.option("-f", "--force", is_flag=True, help="Replace the output file if it exists.")
@click.option("-p", "--python-interpreter", "--python", help="The Python interpreter in the container.")
@click.option(
    "-d",
    "--in-container-source-path",
    "destination",
    default=_CONTAINER_SOURCES,
    show_default=True,
    help="Folder in the container that the sources are in, or are unpacked to.",
)
@click.option("--in-container-config-path", help="Accepted as pyflyte does, without effect.")
@bundle_options
@compile_options
@resolve_option
@click.pass_obj
def package(
    invocation: Invocation,
    /,
    output: Path,
    fast: bool,
    force: bool,
    destination: str,
    resolve_images: bool,
    in_container_config_path: str | None,  # noqa: ARG001
    **flags: Any,
) -> None:
    """Compile the packages named by -k to one file, for flytectl register files --archive OUTPUT."""
    from flytec.app.package import PackageRequest, package_to_file
    from flytec.app.request import CompileRequest
    from flytec.cli.outcome import finish
    from flytec.cli.planning import plan_named_packages
    from flytec.settings import load_package_settings, load_tool_settings
    from flytec.tree.listing import Listing

    if fast and flags["copy_style"]:
        raise click.UsageError("--fast and --copy are given, where --fast means --copy all; one of them was expected")
    flags["copy_style"] = "all" if fast else flags["copy_style"]
    cwd = working_folder()
    bundle_flags = {name: flags.pop(name) for name in BUNDLE_FLAGS}
    tool = load_tool_settings(flags={**flags, "packages": invocation.pkgs}, environ=os.environ, start=cwd)
    settings = load_package_settings(flags=bundle_flags, environ=os.environ, start=cwd)
    plan = plan_named_packages(tool, invocation, cwd, "package")
    access = registry_access(invocation) if resolve_images else None
    explained: list[Listing] = []

    def run(on_module: Any) -> Any:
        request = PackageRequest(
            compile=CompileRequest(
                plan=plan, tool=tool, config=invocation.config, on_module=on_module, registries=access
            ),
            package=settings,
            source=Path(plan.roots[0]),
            environ=os.environ,
            destination=destination,
            on_listing=explained.append,
        )
        return package_to_file(request, output, force=force)

    finish(run, tool, invocation, explained)
