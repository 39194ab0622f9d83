"""StructuredDataset and DataFrames with columns and formats."""

import typing
from collections import OrderedDict
from typing import Annotated

import pandas as pd
from flytekit import StructuredDataset, kwtypes, task, workflow
from flytekit.types.schema import FlyteSchema
from flytekit.types.structured.structured_dataset import PARQUET

Columns = kwtypes(name=str, age=int, score=float, on=bool)
Both = Annotated[StructuredDataset, kwtypes(x=int), "csv"]
Frame = Annotated[pd.DataFrame, kwtypes(a=int, b=str)]


@task
def plain(a: StructuredDataset) -> StructuredDataset:
    return a


@task
def columns(a: Annotated[StructuredDataset, Columns]) -> Annotated[StructuredDataset, OrderedDict(z=int, a=str)]:
    return a


@task
def formats(a: Annotated[StructuredDataset, "csv"], b: Both, c: Annotated[StructuredDataset, PARQUET]) -> None: ...


@task
def frames(a: pd.DataFrame, b: Frame) -> pd.DataFrame:
    return a


@task
def frame_subset(a: Annotated[pd.DataFrame, kwtypes(a=int)]) -> Frame:
    return a


@task
def schemas(a: FlyteSchema, b: FlyteSchema[kwtypes(x=int, y=str)]) -> FlyteSchema[kwtypes(z=float)]:
    return a


@task
def inside(a: typing.List[pd.DataFrame], b: typing.Dict[str, StructuredDataset], c: typing.Optional[pd.DataFrame] = None) -> typing.List[StructuredDataset]:
    return []


@workflow
def wf(a: StructuredDataset, df: pd.DataFrame) -> pd.DataFrame:
    columns(a=a)
    inside(a=[df], b={"x": a})
    return frames(a=df, b=frame_subset(a=df))
