"""`flytec check`: the control plane's rules, offline, on sources and on emitted files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from flytec.cli.exit import working_folder
from flytec.cli.invocation import Invocation, style_for
from flytec.cli.options import identity_options, loading_options, set_options
from flytec.diagnostics import DiagnosticSet, FlytecError, UserError

if TYPE_CHECKING:
    from flytec.app.check import CheckOutcome, CheckRequest

FORMATS = ("text", "json", "sarif", "github")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to print the findings.")
@click.option("--baseline", metavar="FILE", help="Report only findings that this file does not know.")
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write all findings to this file, for --baseline, instead of reporting them.",
)
@set_options
@loading_options
@identity_options
@click.pass_obj
def check(
    invocation: Invocation,
    /,
    paths: tuple[str, ...],
    form: str | None,
    write_baseline: Path | None,
    **flags: Any,
) -> None:
    """Find what the control plane would refuse, and what it accepts but is a mistake.

    PATH is a Python file, a folder with Python files or the dotted name of a package; or a .pb file, a folder of them,
    a .tar or .tgz archive, or - for one of those on stdin. All of them are taken as one set. Findings are the result,
    so they go to stdout; the exit code is 1 where there is an error among them.
    """
    from flytec.app.check import CheckRequest
    from flytec.settings import load_tool_settings

    cwd = working_folder()
    tool = load_tool_settings(flags=flags, environ=os.environ, start=cwd)
    request = CheckRequest(paths=paths, cwd=cwd, tool=tool, stdin=sys.stdin.buffer, config=invocation.config)
    outcome = _run(request, form or tool.format, write_baseline, invocation)
    if write_baseline is None and outcome.findings.errors:
        raise click.exceptions.Exit(UserError.exit_code)


def _run(request: CheckRequest, form: str, write_baseline: Path | None, invocation: Invocation) -> CheckOutcome:
    """Checks and prints; a document for machines is complete also where the run could not be."""
    from flytec.app import baseline
    from flytec.app.check import check as run
    from flytec.cli.outcome import progress
    from flytec.cli.process import is_own
    from flytec.load.streams import stdout_to_stderr

    # From here on stdout is the result's alone: user modules may print, also after they were loaded.
    with stdout_to_stderr(restore=not is_own(sys.stdout, 1)) as stdout:
        try:
            with progress(invocation) as on_module:
                outcome = run(replace(request, on_module=on_module))
        except FlytecError as error:
            if form in ("json", "sarif"):
                _write(error.findings, None, form, stdout, request, invocation)
                stdout.flush()
            raise
        if write_baseline is None:
            _write(outcome.findings, outcome, form, stdout, request, invocation)
        else:
            number = baseline.write(outcome.every, write_baseline)
            stdout.write(f"{write_baseline}: {number} finding{'' if number == 1 else 's'}\n")
        stdout.flush()
    return outcome


def _write(
    findings: DiagnosticSet,
    outcome: CheckOutcome | None,
    form: str,
    stdout: TextIO,
    request: CheckRequest,
    invocation: Invocation,
) -> None:
    match form:
        case "json":
            from flytec.render.structured import Structured, write_message
            from flytec.view.diagnostics import view_findings

            write_message(view_findings(findings, outcome.counts if outcome else None), stdout, Structured.JSON)
        case "sarif":
            _write_sarif(findings, stdout)
        case "github":
            from flytec.render.github import write_annotations

            write_annotations(findings, stdout, quiet=invocation.quiet)
        case _:
            from flytec.render.report import write_report

            assert outcome is not None, "an error is no report"
            write_report(
                findings,
                outcome.counts,
                stdout,
                style_for(stdout),
                folder=request.cwd,
                frames=invocation.verbosity > 0,
                quiet=invocation.quiet,
            )


def _write_sarif(findings: DiagnosticSet, stdout: TextIO) -> None:
    from flytec import __version__
    from flytec.explain import explanations_of
    from flytec.render.sarif import write_sarif
    from flytec.view.fingerprints import fingerprints

    rows = tuple(findings)
    explanations = explanations_of({row.code for row in rows})
    write_sarif(rows, fingerprints(rows), stdout, version=__version__, help_of=lambda code: explanations[code].text)
