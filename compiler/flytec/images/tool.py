"""Running the programs that build images: what they say is shown as they say it, and kept where they fail."""

from __future__ import annotations

import subprocess
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from flytec.codes import BUILDER_FAILED
from flytec.diagnostics import CannotRunError, Diagnostic
from flytec.images.lockfiles import LAST_LINES


class ToolFailedError(Exception):
    """A program ended with an error; `lines` are the last that it said."""

    def __init__(self, command: Sequence[str], code: int, lines: tuple[str, ...]) -> None:
        super().__init__(f"{command[0]} {code}")
        self.command = command
        self.code = code
        self.lines = lines

    def finding(self, image: str) -> CannotRunError:
        """The error of the build."""
        name = Path(self.command[0]).name
        verb = next((word for word in self.command[1:] if not word.startswith("-")), "")
        return CannotRunError(
            Diagnostic(
                code=BUILDER_FAILED,
                message=f"image {image}: {name} {verb} ended with {self.code}, expected 0",
                notes=self.lines,
                hint="Correct what the tool complains about; --dry-run prints the Dockerfile.",
            )
        )


def run_tool(command: Sequence[str], log: TextIO) -> None:
    """Runs a program to its end, its output line by line to `log`.

    Raises:
        ToolFailedError: it ended with another code than 0.
    """
    lines: deque[str] = deque(maxlen=LAST_LINES)
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            log.write(line)
            log.flush()
            if line.strip():
                lines.append(line.rstrip())
    if process.returncode:
        raise ToolFailedError(command, process.returncode, tuple(lines))


def output_of(command: Sequence[str]) -> str | None:
    """What a program prints, `None` where it is not there or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout.strip()
