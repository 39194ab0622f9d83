"""The files of a source archive, in and out, for a person."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

from flytec.diagnostics import Diagnostic
from flytec.render.diagnostics import write_findings
from flytec.render.style import Role, Style, printable
from flytec.tree.listing import Listing


def write_listing(listing: Listing, stream: TextIO, style: Style) -> None:
    """One line a file or link that is in, `+ path`, and one a file or folder that is not, `- path`, with the rule."""
    taken = {entry.path: f" -> {entry.target}" if entry.target else "" for entry in listing.entries}
    left_out = {row.path: str(row.rule) for row in listing.left_out}
    width = max((len(printable(path)) for path in left_out), default=0)
    for path in sorted((*taken, *left_out)):
        if path in taken:
            stream.write(f"{style.paint('+', Role.STRONG)} {printable(path + taken[path])}\n")
        else:
            name = f"{printable(path):{width}}"
            stream.write(f"{style.paint(f'- {name}', Role.FAINT)}  {printable(left_out[path])}\n")


def show_listing(listing: Listing) -> None:
    """As `write_listing`, to stderr."""
    write_listing(listing, sys.stderr, Style())


def show_findings(findings: Iterable[Diagnostic]) -> None:
    """Findings of a function that a program calls, to stderr."""
    write_findings(findings, sys.stderr, Style())
