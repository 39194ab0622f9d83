"""The result of `flytec build`, for a person or a script: one image a line, by its digest."""

from typing import TextIO

from flytec.ir import ours


def write_built(result: ours.BuildResult, stream: TextIO) -> None:
    """Writes `repository@digest` of each image, or in a dry run what would be done."""
    for image in result.images:
        stream.write(image.plan or f"{image.reference}\n")
