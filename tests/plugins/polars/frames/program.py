"""Frames of polars on their way between tasks, also as what pandas reads."""

from typing import Annotated

import flytekitplugins.polars  # noqa: F401
import pandas as pd
import polars as pl
from flytekit import StructuredDataset, kwtypes, task, workflow

Ages = Annotated[pl.DataFrame, kwtypes(name=str, age=int)]


@task
def generate() -> Ages:
    return pl.DataFrame()


@task
def lazy(frame: pl.DataFrame) -> pl.LazyFrame:
    return frame.lazy()


@task
def collect(frame: pl.LazyFrame, parts: list[pl.DataFrame], maybe: pl.LazyFrame | None = None) -> pl.DataFrame:
    return frame.collect()


@task
def none_of_them() -> pl.DataFrame | None:
    return None


@task
def as_pandas(frame: pd.DataFrame) -> StructuredDataset:
    return StructuredDataset(dataframe=frame)


@workflow
def wf() -> StructuredDataset:
    ages = generate()
    none_of_them()
    return as_pandas(frame=collect(frame=lazy(frame=ages), parts=[ages]))
