"""`flytec inspect`: shows what emitted files hold."""

import sys
from pathlib import Path

import click

from flytec.app import inspect as app
from flytec.cli.exit import report
from flytec.cli.invocation import Invocation, style_for
from flytec.diagnostics import CannotRunError
from flytec.ir.program import Kind
from flytec.render.inspection import write_inspection
from flytec.render.structured import Structured, write_message

_KINDS = {kind.name.lower(): kind for kind in Kind}


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *(form.value for form in Structured)]),
    default="text",
    show_default=True,
    help="json is the proto3 JSON of flytecpb.v1.Inspection, yaml the same data.",
)
@click.option("--type", "kinds", type=click.Choice(list(_KINDS)), multiple=True, help="Show only these; repeatable.")
@click.pass_obj
def inspect(invocation: Invocation, /, paths: tuple[Path, ...], form: str, kinds: tuple[str, ...]) -> None:
    """Show what emitted files, folders or archives hold.

    PATH is a .pb file, a folder of them, a .tar or .tgz archive, or - for one of those on stdin; who wrote them does
    not matter.
    """
    sources = [sys.stdin.buffer if str(path) == "-" else path for path in paths]
    result = app.inspect(sources, [_KINDS[name] for name in kinds] or tuple(Kind))
    if form == "text":
        write_inspection(result.inspection, sys.stdout, style_for(sys.stdout))
    else:
        write_message(result.inspection, sys.stdout, Structured(form))
    sys.stdout.flush()
    report(result.findings, invocation)
    if result.findings.errors:
        raise click.exceptions.Exit(CannotRunError.exit_code)
