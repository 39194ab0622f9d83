"""`flytec serialize workflows` and `serialize fast workflows`: pyflyte's command lines, with the same results."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flytec.cli.exit import working_folder
from flytec.cli.invocation import Invocation
from flytec.cli.options import bundle_options, env_option, front_end_options, image_option
from flytec.cli.planning import plan_named_packages
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.load.plan import LoadPlan
    from flytec.settings import ToolSettings


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


def folder_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`-f/--folder`."""
    kind = click.Path(path_type=Path, exists=True, file_okay=False)
    return click.option("-f", "--folder", type=kind, help="Folder for the .pb files.")(function)


@serialize.command("workflows")
@folder_option
@click.pass_obj
def workflows(serialization: Serialization, folder: Path | None) -> None:
    """Write one .pb file a task, workflow and launch plan."""
    from flytec.app.request import CompileRequest
    from flytec.cli.outcome import compile_and_finish

    invocation = serialization.invocation
    tool, plan = _planned(serialization)
    request = CompileRequest(plan=plan, tool=tool, config=invocation.config)
    compile_and_finish(request, folder or Path(), invocation)


@serialize.group("fast")
def fast() -> None:
    """Compile for fast registration, where tasks fetch an archive of the sources."""


@fast.command("workflows")
@folder_option
@bundle_options
@click.pass_obj
def fast_workflows(serialization: Serialization, /, folder: Path | None, **flags: Any) -> None:
    """Write one .pb file a task, workflow and launch plan, and the archive of the sources."""
    from flytec.app.package import PackageRequest, package_to_folder
    from flytec.app.request import CompileRequest
    from flytec.cli.outcome import finish
    from flytec.settings import load_package_settings
    from flytec.tree.listing import Listing

    invocation = serialization.invocation
    tool, plan = _planned(serialization)
    settings = load_package_settings(flags=flags, environ=os.environ, start=working_folder())
    explained: list[Listing] = []

    def run(on_module: Any) -> Any:
        request = PackageRequest(
            compile=CompileRequest(plan=plan, tool=tool, config=invocation.config, on_module=on_module),
            package=settings,
            source=Path(plan.roots[0]),
            environ=os.environ,
            on_listing=explained.append,
        )
        return package_to_folder(request, folder or Path())

    finish(run, tool, invocation, explained)


def _planned(serialization: Serialization) -> tuple[ToolSettings, LoadPlan]:
    from flytec.settings import load_tool_settings

    invocation, cwd = serialization.invocation, working_folder()
    flags = {**serialization.flags, "packages": invocation.pkgs}
    tool = load_tool_settings(flags=flags, environ=os.environ, start=cwd)
    return tool, plan_named_packages(tool, invocation, cwd, "serialize")
