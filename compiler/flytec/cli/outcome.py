"""How the compiling commands run and end: the result on stdout, findings on stderr, and the exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO, TypeAlias

import click

from flytec.cli.exit import report
from flytec.cli.invocation import Invocation, style_for
from flytec.cli.process import is_own
from flytec.diagnostics import FlytecError, UserError
from flytec.ir import ours
from flytec.ir.program import Program
from flytec.load.streams import stdout_to_stderr
from flytec.render.structured import Structured, write_message
from flytec.view.compiled import view_compiled

if TYPE_CHECKING:
    from pathlib import Path

    from flytec.app.compile import CompileOutcome
    from flytec.app.request import CompileRequest
    from flytec.settings import ToolSettings
    from flytec.tree.listing import Listing


OnModule: TypeAlias = Callable[[str, int, int], None] | None


def compile_and_finish(request: CompileRequest, folder: Path, invocation: Invocation) -> None:
    """Compiles to `folder` and finishes as `finish` does."""
    from flytec.app.compile import compile_to_folder

    finish(lambda on_module: compile_to_folder(replace(request, on_module=on_module), folder), request.tool, invocation)


def finish(
    run: Callable[[OnModule], CompileOutcome],
    tool: ToolSettings,
    invocation: Invocation,
    explained: Sequence[Listing] = (),
) -> None:
    """Runs what compiles, and prints what came of it; with the format "json" also where nothing was written.

    `run` is given what to tell of each module. It may leave a list of source files in `explained`, to be printed too.

    An outcome with errors, which a run that keeps going may have, ends with 1. From here on stdout is the result's
    alone, to the end of the process: what threads and exit handlers of user modules print goes to stderr.
    """
    from flytec.render.compiled import write_compiled

    as_json = tool.format == "json"
    with stdout_to_stderr(restore=not is_own(sys.stdout, 1)) as stdout:
        try:
            with progress(invocation) as on_module:
                outcome = run(on_module)
        except FlytecError as error:
            if as_json:
                _write_json(_failed(error, explained), stdout)
            else:
                _write_listings(explained, stdout)
            raise
        if as_json:
            _write_json(outcome.result, stdout)
        else:
            _write_listings(explained, stdout)
            if not invocation.quiet:
                write_compiled(outcome.result, stdout)
            stdout.flush()
    report(outcome.findings, invocation)
    if outcome.findings.errors:
        raise click.exceptions.Exit(UserError.exit_code)


@contextmanager
def progress(invocation: Invocation) -> Iterator[Callable[[str, int, int], None] | None]:
    """What to tell of each module that is loaded: nothing unless a person is watching."""
    stream = sys.stderr
    if not stream.isatty() or invocation.quiet or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield None
        return
    from flytec.render.progress import Progress

    progress = Progress(stream, time.monotonic)
    try:
        yield progress.on_module
    finally:
        progress.clear()


def _failed(error: FlytecError, explained: Sequence[Listing]) -> ours.CompileResult:
    result = view_compiled(Program(()), error.findings, modules=0)
    if explained:
        from flytec.app.archive_view import view_archive

        result.archive.CopyFrom(view_archive(explained[0], None, files=True))
    return result


def _write_listings(explained: Sequence[Listing], stdout: TextIO) -> None:
    if explained:
        from flytec.render.sources import write_listing

        for listing in explained:
            write_listing(listing, stdout, style_for(stdout))
        stdout.flush()


def _write_json(result: ours.CompileResult, stdout: TextIO) -> None:
    write_message(result, stdout, Structured.JSON)
    stdout.flush()
