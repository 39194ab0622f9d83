"""`flytec build FILE ENTITY`: the images that a task or workflow runs in. Options may stand anywhere behind `build`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flytec.cli.build_options import BUILD_FLAGS, PACKAGE_FLAGS, TOOL_FLAGS, build_parameters
from flytec.cli.exit import report, working_folder
from flytec.cli.invocation import Invocation
from flytec.cli.process import is_own
from flytec.cli.registries import registry_access
from flytec.codes import OUTPUT_FAILED
from flytec.diagnostics import cannot_run
from flytec.records import dataclass

if TYPE_CHECKING:
    from flytec.app.build import BuildRequest
    from flytec.app.request import CompileRequest
    from flytec.settings import ToolSettings

_DEFAULT_LAYOUT = "flytec-images"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildParams:
    """The options of a build, by their names; `None` and empty ones were not given."""

    fast: bool | None = None
    builder: str | None = None
    base_image: str | None = None
    requirements: str | None = None
    python_version: str | None = None
    image_name: str | None = None
    registry: str | None = None
    platform: str | None = None
    labels: tuple[str, ...] = ()
    entrypoint: tuple[str, ...] = ()
    copy_style: str | None = None
    push: bool | None = None
    output: str | None = None
    installer: str | None = None
    compression: str | None = None
    plain_http: bool | None = None
    credentials: str | None = None
    dry_run: bool | None = None
    image: tuple[str, ...] = ()
    project: str | None = None
    domain: str | None = None
    env: tuple[str, ...] = ()
    source_root: str | None = None
    target_version: str | None = None
    format: str | None = None
    ignores: tuple[str, ...] = ()
    allow_credentials: tuple[str, ...] = ()
    deref_symlinks: bool | None = None

    def flags(self, names: Mapping[str, object] | tuple[str, ...]) -> dict[str, Any]:
        """The options of these names, for the settings that they set."""
        return {name: getattr(self, name) for name in names}


class BuildCommand(click.Group):
    """`flytec build`: its commands are Python files."""

    def __init__(self, name: str = "build", **attributes: Any) -> None:
        attributes.setdefault("help", _HELP)
        attributes.setdefault("subcommand_metavar", "FILE ENTITY")
        super().__init__(name=name, params=build_parameters(), **attributes)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The Python files of the working folder."""
        return sorted(path.name for path in working_folder().glob("*.py"))

    def get_command(self, ctx: click.Context, filename: str) -> click.Command:  # noqa: ARG002
        """The command of a file, which exists or not."""
        return BuildWorkflowCommand(filename, name=filename, short_help="Entities of this file.")


class BuildWorkflowCommand(click.Group):
    """`flytec build FILE`: its commands are the tasks, workflows and launch plans of the file."""

    def __init__(self, filename: str, **attributes: Any) -> None:
        attributes.setdefault("help", f"Build the images of a task or workflow of {filename}.")
        attributes.setdefault("subcommand_metavar", "ENTITY")
        super().__init__(params=build_parameters(), **attributes)
        self.filename = filename

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The entities of the file, by their names in it."""
        from flytec.app.build_plan import entity_names

        params = _given(ctx)
        return sorted(entity_names(_compile_request(self.filename, params, _tool(params), ctx.obj)))

    def get_command(self, ctx: click.Context, name: str) -> click.Command:  # noqa: ARG002
        """The command of an entity, which exists or not: the file is loaded when it runs."""
        return click.Command(
            name,
            params=build_parameters(),
            callback=click.pass_context(self._build),
            short_help=f"Build the images of {name}.",
            help=f"Build the images that {name} of {self.filename} runs in.",
        )

    def _build(self, ctx: click.Context, /, **_params: Any) -> None:
        _run(self.filename, str(ctx.info_name), _given(ctx), ctx.obj)


_HELP = """Build the image that a task or workflow runs in, and print it by its digest.

FILE is a Python file, ENTITY a task, workflow or launch plan of it. Tasks that name no image run in the project's own:
a base image with the packages of a lock file or requirements.txt, and the sources. Images described by ImageSpec are
built as they say. With --fast images hold no sources, which a source archive then brings.
"""


def _given(ctx: click.Context) -> BuildParams:
    """The options, wherever behind `build` they stand: what stands further behind counts more."""
    known = {field.name for field in fields(BuildParams)}
    values: dict[str, Any] = {}
    current: click.Context | None = ctx
    while current is not None and isinstance(current.command, (BuildCommand, BuildWorkflowCommand, click.Command)):
        for name, value in current.params.items():
            if name in known and value not in (None, ()) and values.get(name) in (None, ()):
                values[name] = value
        current = None if isinstance(current.command, BuildCommand) else current.parent
    return BuildParams(**values)


def _run(filename: str, entity: str, params: BuildParams, invocation: Invocation) -> None:
    from flytec.app.build import build_images
    from flytec.diagnostics import FlytecError
    from flytec.load.streams import stdout_to_stderr
    from flytec.render.built import write_built
    from flytec.render.structured import Structured, write_message

    tool = _tool(params)
    with stdout_to_stderr(restore=not is_own(sys.stdout, 1)) as stdout, Path(os.devnull).open("w") as nothing:
        log = nothing if invocation.quiet else sys.stderr
        try:
            outcome = build_images(_request(filename, entity, params, tool, invocation, log))
        except FlytecError as error:
            if tool.format == "json":
                from flytec.app.build import failed_result

                write_message(failed_result(error), stdout, Structured.JSON)
                stdout.flush()
            raise
        if tool.format == "json":
            write_message(outcome.result, stdout, Structured.JSON)
        else:
            write_built(outcome.result, stdout)
        stdout.flush()
    report(outcome.findings, invocation)


def _request(
    filename: str, entity: str, params: BuildParams, tool: ToolSettings, invocation: Invocation, log: Any
) -> BuildRequest:
    from flytec.app.build import BuildRequest
    from flytec.app.build_plan import ImagesRequest
    from flytec.settings import load_package_settings
    from flytec.settings.build import load_build_settings

    cwd = working_folder()
    cache = _cache_folder()
    build = load_build_settings(flags=params.flags(BUILD_FLAGS), environ=os.environ, start=cwd)
    package = load_package_settings(flags=params.flags(PACKAGE_FLAGS), environ=os.environ, start=cwd)
    layout = cwd / (build.output or _DEFAULT_LAYOUT)
    images = ImagesRequest(
        compile=_compile_request(filename, params, tool, invocation),
        entity=entity,
        build=build,
        package=package,
        cwd=cwd,
        environ=os.environ,
        outputs=(layout, cache),
    )
    return BuildRequest(
        images=images,
        cache=cache,
        layout=layout,
        access=registry_access(invocation, plain_http=build.plain_http, credentials=build.credentials),
        log=log,
        dry_run=bool(params.dry_run),
    )


def _tool(params: BuildParams) -> ToolSettings:
    from flytec.settings import load_tool_settings

    return load_tool_settings(flags=params.flags(TOOL_FLAGS), environ=os.environ, start=working_folder())


def _compile_request(filename: str, params: BuildParams, tool: ToolSettings, invocation: Invocation) -> CompileRequest:  # noqa: ARG001
    from flytec.app.build_plan import plan_file
    from flytec.app.request import CompileRequest

    plan = plan_file(filename, tool, working_folder())
    return CompileRequest(plan=plan, tool=tool, config=invocation.config)


def _cache_folder() -> Path:
    """Where layers of base images are kept (the XDG base directory specification).

    Raises:
        CannotRunError: FTC404 for a user without a home.
    """
    try:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    except RuntimeError as error:
        message = "there is no folder to keep layers of base images in: the user has no home"
        raise cannot_run(OUTPUT_FAILED, message, hint="Set HOME or XDG_CACHE_HOME.") from error
    return Path(home, "flytec", "images")


build = BuildCommand()
