"""Wall time and peak memory of whole processes, in turn."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KIBIBYTES_IN_MAXRSS = 1 if sys.platform != "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One process: how long it took, how long it had a processor, and how much memory it held at most."""

    seconds: float
    cpu_seconds: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Command:
    """What is measured; `fresh` names a folder that is made anew, with what is beside it, before each run."""

    name: str
    argv: Sequence[str]
    cwd: Path
    fresh: Path | None = None


class FailedError(Exception):
    """A measured process failed; a time of it would mean nothing."""


def run(command: Command, environment: Mapping[str, str]) -> Run:
    """Runs one process to its end; raises `FailedError` with what it printed when it does not end with 0."""
    if command.fresh is not None:
        _put_aside(command.fresh.parent)
        command.fresh.mkdir(parents=True)
    start = time.perf_counter()
    process = subprocess.Popen(
        command.argv, cwd=command.cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{command.name} ended with {process.returncode}:\n{output[-3000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIBIBYTES_IN_MAXRSS / 1024)


def _put_aside(folder: Path) -> None:
    """Renames a folder out of the way. Deleting it would slow down the next run: some file systems look through what
    was deleted in the last minute whenever a file is made.
    """
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}-{time.monotonic_ns()}"))


def in_turn(commands: Sequence[Command], rounds: int, environment: Mapping[str, str]) -> list[Run]:
    """Runs the commands one after the other, `rounds` times; gives each command's medians."""
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(rounds):
        for command, kept in zip(commands, runs, strict=True):
            kept.append(run(command, environment))
    return [median(kept) for kept in runs]


def median(runs: Sequence[Run]) -> Run:
    """The median of each measure by itself."""
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.cpu_seconds for run in runs),
        statistics.median(run.mebibytes for run in runs),
    )
