"""`flytec parse-proto`: prints one message in full, as `flyte-cli parse-proto` did."""

import sys
from pathlib import Path

import click

from flytec.app import parse_proto as app
from flytec.cli.exit import report
from flytec.cli.invocation import Invocation
from flytec.codes import UNREADABLE_FILE
from flytec.diagnostics import cannot_run
from flytec.render.structured import Structured, write_message, write_message_text


@click.command("parse-proto")
@click.option(
    "-f",
    "--filename",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file with the message; - for stdin.",
)
@click.option("-p", "--proto-class", "--proto_class", required=True, help=f"Its type, such as {app.EXAMPLE}.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def parse_proto(invocation: Invocation, /, filename: Path, proto_class: str, form: str) -> None:
    """Print one message in full, in protobuf's text form or as proto3 JSON."""
    source = sys.stdin.buffer if str(filename) == "-" else filename
    result = app.parse_proto(source, proto_class)
    if form == "text":
        write_message_text(result.message, sys.stdout)
    else:
        try:
            write_message(result.message, sys.stdout, Structured.JSON, sort_keys=True)
        except ValueError as error:
            raise cannot_run(UNREADABLE_FILE, f"the message has no JSON form: {error}") from error
    report(result.findings, invocation)
