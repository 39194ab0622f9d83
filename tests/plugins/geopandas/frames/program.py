"""Frames of places."""

from typing import Annotated

import flytekitplugins.geopandas  # noqa: F401
import geopandas as gpd
import pandas as pd
from flytekit import StructuredDataset, kwtypes, task, workflow


@task
def places(names: list[str]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame()


@task
def named(frame: Annotated[gpd.GeoDataFrame, kwtypes(name=str)], maybe: gpd.GeoDataFrame | None) -> pd.DataFrame:
    return frame


@workflow
def wf(names: list[str]) -> StructuredDataset:
    frame = places(names=names)
    return named(frame=frame, maybe=frame)
