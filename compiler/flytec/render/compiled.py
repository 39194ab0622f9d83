"""The result of a compilation, for a person: one line."""

from typing import TextIO

from flytec.ir import ours


def write_compiled(result: ours.CompileResult, stream: TextIO) -> None:
    """Writes how many entities of each kind are in the output folder."""
    counts = result.counts
    parts = (
        _counted(counts.tasks, "task"),
        _counted(counts.workflows, "workflow"),
        _counted(counts.launch_plans, "launch plan"),
    )
    stream.write(f"{result.output_folder}: {', '.join(parts)}\n")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
