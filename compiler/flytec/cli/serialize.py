"""`flytec serialize workflows`: the command line of `pyflyte serialize workflows`, with the same result."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from flytec.cli.exit import working_folder
from flytec.cli.invocation import Invocation
from flytec.cli.options import env_option, front_end_options, image_option


@dataclass(frozen=True, slots=True, kw_only=True)
class Serialization:
    """The options of the group, for the command below it."""

    invocation: Invocation
    flags: dict[str, Any]


@click.group("serialize")
@image_option
@click.option(
    "--local-source-root",
    "source_root",
    type=click.Path(exists=True, file_okay=False),
    help="Folder that the packages are looked for in; the working folder by default.",
)
@click.option("--in-container-config-path", help="Accepted as pyflyte does, without effect.")
@click.option(
    "--in-container-virtualenv-root", "virtualenv_root", help="Folder of the virtual environment in the container."
)
@env_option
@front_end_options
@click.pass_context
def serialize(ctx: click.Context, /, in_container_config_path: str | None, **flags: Any) -> None:  # noqa: ARG001
    """Compile the packages named by -k, with the options of pyflyte serialize."""
    ctx.obj = Serialization(invocation=ctx.obj, flags=flags)


@serialize.command("workflows")
@click.option(
    "-f", "--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder for the .pb files."
)
@click.pass_obj
def workflows(serialization: Serialization, folder: Path | None) -> None:
    """Write one .pb file a task, workflow and launch plan."""
    from flytec.app.compile import CompileRequest
    from flytec.cli.outcome import compile_and_finish
    from flytec.load.discover import plan_packages
    from flytec.settings import get_config_file, load_tool_settings, workflow_packages

    invocation, cwd = serialization.invocation, working_folder()
    flags = {**serialization.flags, "packages": invocation.pkgs}
    tool = load_tool_settings(flags=flags, environ=os.environ, start=cwd)
    root = (cwd / tool.source_root) if tool.source_root else cwd
    config = get_config_file(str(invocation.config)) if invocation.config else None
    packages = tool.packages or workflow_packages(config, environ=os.environ)
    if not packages:
        raise click.UsageError("no package is named; flytec -k PACKAGE serialize ... was expected")
    plan = plan_packages(packages, source_root=root, cwd=cwd)
    request = CompileRequest(plan=plan, tool=tool, config=invocation.config)
    compile_and_finish(request, folder or Path(), invocation)
