"""Queries of BigQuery, with and without inputs and outputs."""

from typing import Annotated

from flytekit import StructuredDataset, kwtypes, workflow
from flytekitplugins.bigquery import BigQueryConfig, BigQueryTask

plain = BigQueryTask(
    name="sql.bigquery.no_io",
    inputs={},
    query_template="SELECT 1",
    task_config=BigQueryConfig(ProjectID="flyte"),
)

DogeCoinDataset = Annotated[StructuredDataset, kwtypes(hash=str, size=int, block_number=int)]

with_io = BigQueryTask(
    name="sql.bigquery.w_io",
    inputs=kwtypes(version=int),
    query_template="SELECT * FROM `bigquery-public-data.crypto_dogecoin.transactions` "
    "WHERE version = @version LIMIT 10;",
    output_structured_dataset_type=DogeCoinDataset,
    task_config=BigQueryConfig(ProjectID="flyte-test-340607", Location="us-west1-b"),
)


class Nightly(BigQueryTask):
    """A kind of one's own."""

    def get_custom(self, settings):
        return {**super().get_custom(settings), "priority": 3}


nightly = Nightly("nightly", "SELECT 2", BigQueryConfig("flyte", None))


@workflow
def full_bigquery_wf(version: int) -> DogeCoinDataset:
    plain()
    nightly()
    return with_io(version=version)
