"""Frames that a schema of pandera validates where they arrive."""

from typing import Annotated

import pandas as pd
import pandera as pa
from flytekit import task, workflow
from flytekitplugins.pandera import ValidationConfig
from pandera.typing import DataFrame, Series


class InSchema(pa.DataFrameModel):
    hourly_pay: Series[float] = pa.Field(ge=7)
    hours_worked: Series[float] = pa.Field(ge=10)


class IntermediateSchema(InSchema):
    total_pay: Series[float]


@task
def build(raw: pd.DataFrame) -> DataFrame[InSchema]:
    return raw


@task
def total_pay(df: DataFrame[InSchema]) -> DataFrame[IntermediateSchema]:
    return df


@task
def warned(
    df: Annotated[DataFrame[IntermediateSchema], ValidationConfig(on_error="warn")], maybe: DataFrame[InSchema] | None
) -> list[DataFrame[IntermediateSchema]]:
    return [df]


@workflow
def process(raw: pd.DataFrame) -> list[DataFrame[IntermediateSchema]]:
    first = build(raw=raw)
    return warned(df=total_pay(df=first), maybe=first)
