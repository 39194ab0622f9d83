"""The result of a compilation, for a person: one line."""

from typing import TextIO

from flytec.ir import ours


def write_compiled(result: ours.CompileResult, stream: TextIO) -> None:
    """Writes how many entities of each kind are in the output, and what is in the archive of the sources."""
    counts = result.counts
    parts = (
        _counted(counts.tasks, "task"),
        _counted(counts.workflows, "workflow"),
        _counted(counts.launch_plans, "launch plan"),
    )
    output = result.output_file or result.output_folder
    archive = f"; {_archive(result.archive)}" if result.archive.file_name else ""
    stream.write(f"{output}: {', '.join(parts)}{archive}\n")


def _archive(archive: ours.SourceArchive) -> str:
    return f"{archive.file_name} of {_counted(archive.file_count, 'file')}, {_size(archive.size_bytes)}"


def _size(size: int) -> str:
    return (
        f"{size} bytes"
        if size < 1024
        else f"{size / 1024:.1f} KiB"
        if size < 1 << 20
        else f"{size / (1 << 20):.1f} MiB"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
