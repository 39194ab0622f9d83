"""flytec against pyflyte: whole processes, in turn, on generated projects and trees; and the start of the command.

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
from project import generate, generate_tree

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
ARCHIVE_FILES, ARCHIVE_FILE_SIZE, ARCHIVE_ROUNDS = 5000, 12200, 3
ARCHIVE_AT_LEAST = 4.0
LARGER_TREE = 4
MEMORY_GROWTH_AT_MOST = 1.25
START_ROUNDS = 15
START_AT_MOST = 3.0


def main() -> int:
    """Runs the whole comparison and gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small projects and few rounds")
    sizes = QUICK_SIZES if parser.parse_args().quick else SIZES
    with tempfile.TemporaryDirectory() as scratch:
        missed = [
            *start(Path(scratch)),
            *archive(Path(scratch)),
            *(row for size in sizes for row in project(Path(scratch), size)),
        ]
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


def archive(scratch: Path) -> Iterator[str]:
    """Compares both `fast_package`s on a tree, and our memory with that on larger files; gives what is missed."""
    root, larger = scratch / "tree", scratch / "larger"
    generate_tree(root, ARCHIVE_FILES, ARCHIVE_FILE_SIZE)
    generate_tree(larger, ARCHIVE_FILES, ARCHIVE_FILE_SIZE * LARGER_TREE)
    theirs, ours = in_turn(
        [pack(name, root, scratch) for name in ("flytekit", "flytec")], ARCHIVE_ROUNDS, environment(scratch)
    )
    (growing,) = in_turn([pack("flytec", larger, scratch)], 1, environment(scratch))
    speed, growth = theirs.seconds / ours.seconds, growing.mebibytes / ours.mebibytes
    megabytes = ARCHIVE_FILES * ARCHIVE_FILE_SIZE / 1e6
    print(f"{ARCHIVE_FILES:>6} files, {megabytes:.0f} MB\n{'flytekit fast_package':>24} {show(theirs)}")
    print(f"{'flytec fast_package':>24} {show(ours)}   {speed:.1f} times as fast")
    print(f"{f'of {megabytes * LARGER_TREE:.0f} MB':>24} {show(growing)}   {growth:.2f} times the memory", flush=True)
    if speed < ARCHIVE_AT_LEAST:
        yield f"fast_package: {speed:.1f} times as fast, not {ARCHIVE_AT_LEAST:g}"
    if growth > MEMORY_GROWTH_AT_MOST:
        yield f"fast_package: {growth:.2f} times the memory for {LARGER_TREE} times the bytes"


def pack(name: str, root: Path, scratch: Path) -> Command:
    """One `fast_package`, of flytekit's or flytec's."""
    folder = scratch / f"{name}-archive" / "out"
    arguments = [str(Path(__file__).with_name("archive.py")), name, str(root), str(folder)]
    return Command(name, [sys.executable, *arguments], scratch, fresh=folder)


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
