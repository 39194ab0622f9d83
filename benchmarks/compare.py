"""flytec against pyflyte: whole processes, in turn, on generated projects; and the start of the command.

Prints medians, ratios and peak memory. Ends with 1 when a ratio misses what the project promises.
"""

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import Command, Run, in_turn
from project import generate

BIN = Path(sys.executable).parent
IMAGE = "ghcr.io/acme/flows:v1.2.3"


@dataclass(frozen=True, slots=True)
class Size:
    """A project to measure; `at_least` is how many times as fast flytec promises to be, 0 where it promises nothing."""

    files: int
    rounds: int
    at_least: float


SIZES = (Size(30, 7, 4), Size(300, 3, 0), Size(3000, 2, 10))
QUICK_SIZES = (Size(30, 3, 4), Size(300, 1, 0))
START_ROUNDS = 15
START_AT_MOST = 3.0


def main() -> int:
    """Runs the whole comparison and gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small projects and few rounds")
    sizes = QUICK_SIZES if parser.parse_args().quick else SIZES
    with tempfile.TemporaryDirectory() as scratch:
        missed = [*start(Path(scratch)), *(row for size in sizes for row in project(Path(scratch), size))]
    for row in missed:
        print(f"MISSED: {row}")
    return 1 if missed else 0


def start(scratch: Path) -> Iterator[str]:
    """Compares `flytec --help` with the floor that click sets; gives what is missed."""
    commands = (
        Command("import click", [sys.executable, "-c", "import click"], scratch),
        Command("flytec --help", [str(BIN / "flytec"), "--help"], scratch),
    )
    floor, ours = in_turn(commands, START_ROUNDS, environment(scratch))
    ratio = ours.seconds / floor.seconds
    print(f"{'import click':>24} {show(floor)}\n{'flytec --help':>24} {show(ours)}   {ratio:.2f} times the time")
    if ratio > START_AT_MOST:
        yield f"flytec --help takes {ratio:.2f} times as long as import click, not {START_AT_MOST} at most"


def project(scratch: Path, size: Size) -> Iterator[str]:
    """Compares both compilers on one generated project; gives what is missed."""
    root = scratch / f"project-{size.files}"
    package = generate(root, size.files)
    compileall.compile_dir(root, quiet=2)
    commands = [
        serialize(name, root, package, scratch / f"{name}-{size.files}" / "out") for name in ("pyflyte", "flytec")
    ]
    theirs, ours = in_turn(commands, size.rounds, environment(scratch))
    names = [{path.name for path in command.fresh.iterdir()} for command in commands if command.fresh]
    speed, memory = theirs.seconds / ours.seconds, ours.mebibytes / theirs.mebibytes
    print(f"{size.files:>6} files, {len(names[0]):>5} .pb\n{'pyflyte serialize':>24} {show(theirs)}")
    print(
        f"{'flytec serialize':>24} {show(ours)}   {speed:.1f} times as fast, {memory:.2f} times the memory", flush=True
    )
    if names[0] != names[1]:
        yield f"{size.files} files: the two wrote different files"
    if speed < size.at_least:
        yield f"{size.files} files: {speed:.1f} times as fast, not {size.at_least:g}"
    if memory > 1:
        yield f"{size.files} files: {memory:.2f} times the memory"


def serialize(name: str, root: Path, package: str, folder: Path) -> Command:
    """The command line that both take."""
    arguments = ["--pkgs", package, "serialize", "--image", IMAGE, "--local-source-root", str(root)]
    return Command(name, [str(BIN / name), *arguments, "workflows", "-f", str(folder)], root, fresh=folder)


def environment(home: Path) -> dict[str, str]:
    """The same surroundings for every process, without the caller's settings."""
    return {"HOME": str(home), "PATH": os.environ.get("PATH", os.defpath)}


def show(run: Run) -> str:
    """A run's times and memory in columns."""
    return f"{run.seconds:8.3f} s {run.cpu_seconds:8.3f} s cpu {run.mebibytes:7.1f} MiB"


if __name__ == "__main__":
    sys.exit(main())
