"""How the compiling commands end: the result on stdout, findings on stderr, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from flytec.cli.exit import report
from flytec.diagnostics import FlytecError, UserError
from flytec.ir import ours
from flytec.ir.program import Program
from flytec.render.structured import Structured, write_message
from flytec.view.compiled import view_compiled

if TYPE_CHECKING:
    from flytec.app.compile import CompileOutcome
    from flytec.cli.invocation import Invocation


def finish(call: Callable[[], CompileOutcome], form: str, invocation: Invocation) -> None:
    """Runs a compilation and prints what came of it; with `form` "json" also where nothing was written.

    An outcome with errors, which a run that keeps going may have, ends with 1.
    """
    from flytec.render.compiled import write_compiled

    try:
        outcome = call()
    except FlytecError as error:
        if form == "json":
            _write_json(view_compiled(Program(()), error.findings, modules=0))
        raise
    if form == "json":
        _write_json(outcome.result)
    elif not invocation.quiet:
        write_compiled(outcome.result, sys.stdout)
        sys.stdout.flush()
    report(outcome.findings, invocation)
    if outcome.findings.errors:
        raise click.exceptions.Exit(UserError.exit_code)


def _write_json(result: ours.CompileResult) -> None:
    write_message(result, sys.stdout, Structured.JSON)
    sys.stdout.flush()
