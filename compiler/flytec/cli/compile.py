"""`flytec compile`: sources to an artifact folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from flytec.cli.exit import working_folder
from flytec.cli.invocation import Invocation
from flytec.cli.options import compile_options, resolve_option
from flytec.cli.registries import registry_access


@click.command("compile")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the .pb files."
)
@compile_options
@resolve_option
@click.pass_obj
def compile_command(
    invocation: Invocation, /, sources: tuple[str, ...], output: Path, resolve_images: bool, **flags: Any
) -> None:
    """Compile files, folders and dotted packages to .pb files.

    SOURCE is a Python file, a folder with Python files, or the dotted name of a package. OUTPUT then holds one file a
    task, workflow and launch plan, in registration order; OUTPUT.manifest.json beside it says where each came from.
    """
    from flytec.app.request import CompileRequest
    from flytec.cli.outcome import compile_and_finish
    from flytec.load.discover import plan_sources
    from flytec.settings import load_tool_settings

    cwd = working_folder()
    tool = load_tool_settings(flags=flags, environ=os.environ, start=cwd)
    plan = plan_sources(sources, cwd=cwd, package_root=tool.package_root)
    access = registry_access(invocation) if resolve_images else None
    request = CompileRequest(plan=plan, tool=tool, config=invocation.config, registries=access)
    compile_and_finish(request, output, invocation)
