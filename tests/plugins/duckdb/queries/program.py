"""Queries of DuckDB: plain, with parameters, several, given at run time, on MotherDuck."""

from flytekit import Secret, StructuredDataset, kwtypes, workflow
from flytekit.core.base_task import TaskMetadata
from flytekitplugins.duckdb import DuckDBProvider, DuckDBQuery

simple = DuckDBQuery(
    name="simple",
    query="SELECT SUM(a) FROM mydf",
    inputs=kwtypes(mydf=StructuredDataset),
)

several = DuckDBQuery(
    name="several",
    query=["CREATE TABLE items (item VARCHAR)", "INSERT INTO items VALUES (?)", "SELECT * FROM items WHERE item = $1"],
    inputs=kwtypes(params=str),
    metadata=TaskMetadata(retries=1),
)

at_run_time = DuckDBQuery(name="at_run_time", inputs=kwtypes(query=str))

motherduck = DuckDBQuery(
    name="motherduck",
    query="SELECT MEAN(trip_distance) FROM sample",
    provider=DuckDBProvider.MOTHERDUCK,
    secret_requests=[Secret(group="motherduck", key="token")],
    container_image="ghcr.io/acme/duck:v1",
)


def connect(token=None):
    return token


own = DuckDBQuery(name="own", query="SELECT 1", provider=connect)


@workflow
def wf(mydf: StructuredDataset, query: str) -> StructuredDataset:
    several(params="[]")
    motherduck()
    own()
    at_run_time(query=query)
    return simple(mydf=mydf)
