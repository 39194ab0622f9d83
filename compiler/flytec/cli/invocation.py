"""What the options of the `flytec` group say, for the command that follows."""

import os
from pathlib import Path
from typing import TextIO

from flytec.records import dataclass
from flytec.render.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """The options that all commands share; `click.Context.obj` of every command."""

    pkgs: tuple[str, ...] = ()
    config: Path | None = None
    verbosity: int = 0
    quiet: bool = False


def style_for(stream: TextIO) -> Style:
    """Colours on a terminal, unless the environment forbids them (https://no-color.org)."""
    return Style(colour=stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
