"""Types that validate what arrives: texts, files and schemas."""

from flytekit import kwtypes, task, workflow
from flytekit.types.file import CSVFile
from flytekit.types.schema import FlyteSchema
from flytekitplugins.great_expectations import (
    BatchRequestConfig,
    GreatExpectationsFlyteConfig,
    GreatExpectationsType,
)

config = GreatExpectationsFlyteConfig(
    datasource_name="data",
    expectation_suite_name="test.demo",
    data_connector_name="my_data_connector",
    batch_request_config=BatchRequestConfig(data_connector_query={"batch_filter_parameters": {"year": "2019"}}),
    context_root_dir="greatexpectations/great_expectations",
)

Rows = FlyteSchema[kwtypes(a=int)]


@task
def of_text(directory: GreatExpectationsType[str, config]) -> str:
    return f"Validation works for {directory}!"


@task
def of_file(dataset: GreatExpectationsType[CSVFile, config]) -> CSVFile:
    return dataset


@task
def of_schema(dataframe: GreatExpectationsType[Rows, config]) -> Rows:
    return dataframe


@task
def bare(dataset: GreatExpectationsType, all_of_it: GreatExpectationsFlyteConfig = config) -> str:
    return dataset


@workflow
def wf(table: Rows, directory: str = "my_assets") -> str:
    of_text(directory=directory)
    of_text(directory="constant")
    of_file(dataset=CSVFile("s3://bucket/data.csv"))
    of_schema(dataframe=table)
    return bare(dataset=directory)
