"""The `flytec` command: its shared options, and one table of commands that are imported when they are run."""

import gc
import importlib
import sys
from pathlib import Path
from typing import Any

import click

from flytec import __version__
from flytec.cli.exit import guarded
from flytec.cli.invocation import Invocation
from flytec.cli.process import end, has_run_user_code, open_standard_streams
from flytec.records import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A command: where it is, and what the list of commands says about it."""

    module: str
    attribute: str
    summary: str


COMMANDS = {
    "compile": Row("flytec.cli.compile", "compile_command", "Compile files, folders and packages to .pb files."),
    "serialize": Row("flytec.cli.serialize", "serialize", "Compile packages, with the options of pyflyte serialize."),
    "package": Row("flytec.cli.package", "package", "Compile packages to one .tgz for flytectl, as pyflyte package."),
    "build": Row("flytec.cli.build", "build", "Build the image that a task or workflow runs in."),
    "check": Row("flytec.cli.check", "check", "Apply the control plane's rules to sources or emitted files."),
    "inspect": Row("flytec.cli.inspect", "inspect", "Show what emitted files, folders or archives hold."),
    "parse-proto": Row("flytec.cli.parse_proto", "parse_proto", "Print one message in full."),
    "codes": Row("flytec.cli.codes", "codes", "Explain the codes of findings."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported by name, so that `--help` and each command load only what they use."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the command of that name."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return None
        command = getattr(importlib.import_module(row.module), row.attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.summary) for name, row in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that was named; all errors end here."""
        return guarded(lambda: super(LazyGroup, self).invoke(ctx), _invocation(ctx.params))


def split_packages(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Dotted package names, also several in one value with commas between them, as `pyflyte -k` takes them."""
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    for name in names:
        if not all(part.isidentifier() for part in name.split(".")):
            raise click.BadParameter(f"{name!r} is no dotted package name; one like 'workflows.training' was expected")
    return names


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-k", "--pkgs", multiple=True, callback=split_packages, help="Dotted package to compile; repeat or use commas."
)
@click.option("-c", "--config", type=click.Path(path_type=Path), help="Configuration file, in flytekit's form.")
@click.option("-v", "--verbose", count=True, help="Show the user's stack frames with each finding.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.version_option(__version__, prog_name="flytec", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, /, **params: Any) -> None:
    """Compile workflows written with flytekit's authoring API to flyteidl messages."""
    ctx.obj = _invocation(params)


def main() -> None:
    """Runs the command line of this process and ends it."""
    # A run drops next to nothing before it ends: looking for cycles in what it makes is time for no memory.
    gc.disable()
    open_standard_streams()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its escape instead of ending the run.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        cli(prog_name="flytec")
    except SystemExit as stop:
        if has_run_user_code():
            end(stop.code if isinstance(stop.code, int) else int(stop.code is not None))
        raise


def _invocation(params: dict[str, Any]) -> Invocation:
    return Invocation(pkgs=params["pkgs"], config=params["config"], verbosity=params["verbose"], quiet=params["quiet"])
