"""Tasks that validate texts, files and schemas, and what Python tasks they stand between."""

from typing import Any, Dict

from flytekit import Resources, TaskMetadata, kwtypes, task, workflow
from flytekit.types.file import CSVFile, FlyteFile
from flytekit.types.schema import FlyteSchema
from flytekitplugins.great_expectations import BatchRequestConfig, GreatExpectationsTask

CONTEXT = "greatexpectations/great_expectations"

simple = GreatExpectationsTask(
    name="great_expectations_task_simple",
    datasource_name="data",
    inputs=kwtypes(dataset=str),
    expectation_suite_name="test.demo",
    data_connector_name="data_example_data_connector",
    context_root_dir=CONTEXT,
)
file = GreatExpectationsTask(
    name="great_expectations_task_flytefile",
    datasource_name="data",
    inputs=kwtypes(dataset=CSVFile),
    expectation_suite_name="test.demo",
    data_connector_name="data_flytetype_data_connector",
    local_file_path="/tmp",
    outputs=kwtypes(ignored=int),
    context_root_dir=CONTEXT,
    metadata=TaskMetadata(cache=True, cache_version="1"),
    limits=Resources(mem="500Mi"),
    container_image="example.org/great-expectations:1",
)
runtime = GreatExpectationsTask(
    name="greatexpectations.task.runtime",
    datasource_name="my_pandas_datasource",
    inputs=kwtypes(dataframe=FlyteSchema[kwtypes(a=int, b=str)]),
    expectation_suite_name="test.demo",
    data_connector_name="my_runtime_data_connector",
    data_asset_name="validate_pandas_data",
    task_config=BatchRequestConfig(batch_identifiers={"pipeline_stage": "validation"}),
    checkpoint_params={"site_names": "all"},
    context_root_dir=CONTEXT,
)


@task
def count(report: Dict[Any, Any], rows: int = 1) -> int:
    return rows


@task
def which(config: BatchRequestConfig) -> BatchRequestConfig:
    return config


@workflow
def wf(table: FlyteSchema, dataset: str = "yellow_tripdata.csv", data: FlyteFile = "s3://bucket/data.csv") -> int:
    which(config=BatchRequestConfig(batch_identifiers={"a": "b"}))
    first = simple(dataset=dataset)
    file(dataset=data) >> runtime(dataframe=table)
    return count(report=first)
