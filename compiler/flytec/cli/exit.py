"""How every command ends: findings on stderr, and an exit code that tells what happened.

0    clean
1    the user's program has findings, or differences exist where asked for
2    could not run: usage, settings, I/O
3    nothing to compile
70   a fault of flytec's own
130  interrupted
141  whoever reads our output went away

The numbers are part of the interface: none changes its meaning, and others are not used.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from flytec.cli.invocation import Invocation, style_for
from flytec.cli.process import is_own
from flytec.codes import INTERNAL, OUTPUT_FAILED, SOURCE_NOT_FOUND
from flytec.diagnostics import Diagnostic, FlytecError, cannot_run
from flytec.render.diagnostics import write_findings, write_traceback

T = TypeVar("T")

INTERNAL_FAULT = 70
INTERRUPTED = 130
READER_GONE = 141

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def working_folder() -> Path:
    """The working folder.

    Raises:
        CannotRunError: FTC100 where it was deleted.
    """
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise cannot_run(SOURCE_NOT_FOUND, "the working folder does not exist any more") from error


def report(findings: Iterable[Diagnostic], invocation: Invocation) -> None:
    """Writes findings to stderr."""
    write_findings(findings, sys.stderr, style_for(sys.stderr), frames=invocation.verbosity > 0, quiet=invocation.quiet)


def guarded(call: Callable[[], T], invocation: Invocation) -> T:
    """Runs a command; every way in which it can fail ends in findings on stderr and `click.exceptions.Exit`."""
    try:
        result = call()
        sys.stdout.flush()
    except FlytecError as error:
        report(error.findings, invocation)
        raise click.exceptions.Exit(error.exit_code) from error
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            _drop_stdout()
            raise click.exceptions.Exit(READER_GONE) from error
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            _drop_stdout()
            full = cannot_run(OUTPUT_FAILED, f"stdout cannot be written: {error.strerror}")
            report(full.findings, invocation)
            raise click.exceptions.Exit(full.exit_code) from error
        report_own_fault(error, invocation)
        raise click.exceptions.Exit(INTERNAL_FAULT) from error
    return result


def report_own_fault(error: Exception, invocation: Invocation) -> None:
    """Writes an exception that nobody foresaw, with its traceback on request."""
    if invocation.verbosity:
        write_traceback(error, sys.stderr)
    finding = Diagnostic(
        code=INTERNAL,
        message=f"{type(error).__name__}: {error}; this is a fault of flytec's own",
        hint="Please report it, with the input and the traceback that `flytec -v` shows.",
    )
    report((finding,), invocation)


def _drop_stdout() -> None:
    """Keeps the interpreter from complaining at its end that nobody took the rest of the output."""
    if is_own(sys.stdout, 1):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
