"""Frames of modin, which travel as schemas."""

import flytekitplugins.modin  # noqa: F401
import modin.pandas as pd
from flytekit import task, workflow


@task
def generate() -> pd.DataFrame:
    return pd.DataFrame()


@task
def count(frame: pd.DataFrame, more: list[pd.DataFrame]) -> int:
    return 3


@workflow
def wf() -> int:
    frame = generate()
    return count(frame=frame, more=[frame])
