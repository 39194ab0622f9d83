"""Reads what the forecast starts from."""

from datetime import datetime, timedelta
from typing import Annotated

from flytekit import Cache, Resources, Secret, StructuredDataset, current_context, kwtypes, task

WAREHOUSE = Secret(group="warehouse", key="dsn")

Sales = Annotated[StructuredDataset, kwtypes(shop=str, day=datetime, units=int)]
Weather = Annotated[StructuredDataset, kwtypes(day=datetime, temperature=float)]


@task(
    cache=Cache(version="2", ignored_inputs=("page_size",)),
    retries=3,
    timeout=timedelta(minutes=30),
    secret_requests=[WAREHOUSE],
    requests=Resources(cpu="1", mem="2Gi"),
)
def read_sales(region: str, until: datetime, page_size: int = 50_000) -> Sales:
    """Reads the sales of one region from the warehouse.

    Args:
        region: the region's code, such as `eu-north`
        until: the first moment that is not read any more
        page_size: how many rows are fetched at a time

    Returns:
        One row for each shop and day.
    """
    import pandas as pd
    import sqlalchemy

    engine = sqlalchemy.create_engine(current_context().secrets.get(WAREHOUSE.group, WAREHOUSE.key))
    query = "select shop, day, units from sales where region = %(region)s and day < %(until)s"
    pages = pd.read_sql(query, engine, params={"region": region, "until": until}, chunksize=page_size)
    return StructuredDataset(dataframe=pd.concat(pages))


@task(cache=Cache(version="1", serialize=True), retries=5, interruptible=True)
def read_weather(region: str, days: int = 14) -> Weather:
    """Reads the weather forecast of a region.

    Args:
        region: the region's code
        days: how far ahead to look
    """
    import pandas as pd

    return StructuredDataset(dataframe=pd.read_json(f"https://weather.example.org/{region}?days={days}"))
