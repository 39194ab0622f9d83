"""Frames of vaex on their way between tasks."""

import flytekitplugins.vaex  # noqa: F401
import vaex
from flytekit import StructuredDataset, task, workflow


@task
def generate() -> vaex.dataframe.DataFrameLocal:
    return vaex.dataframe.DataFrameLocal()


@task
def count(frame: vaex.dataframe.DataFrameLocal, data: StructuredDataset) -> int:
    return 3


@workflow
def wf() -> int:
    frame = generate()
    return count(frame=frame, data=frame)
