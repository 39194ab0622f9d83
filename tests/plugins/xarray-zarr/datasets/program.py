"""Datasets and arrays of xarray, which become folders."""

import xarray as xr
from flytekit import task, workflow
from flytekitplugins.xarray import XarrayZarrTypeTransformer  # noqa: F401


@task
def generate(times: int) -> xr.Dataset:
    return xr.Dataset()


@task
def first(data: xr.Dataset, more: list[xr.DataArray], maybe: xr.DataArray | None = None) -> xr.DataArray:
    return more[0]


@workflow
def wf(more: list[xr.DataArray]) -> xr.DataArray:
    return first(data=generate(times=3), more=more)
