"""Datasets as defaults and constants."""

from flytekit import StructuredDataset, task, workflow


@task
def use(a: StructuredDataset) -> StructuredDataset:
    return a


@workflow
def wf(a: StructuredDataset = StructuredDataset(uri="s3://bucket/table", file_format="parquet")) -> StructuredDataset:
    use(a=StructuredDataset(uri="bq://project:dataset.table", file_format=""))
    return use(a=a)
