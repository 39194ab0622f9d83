"""Datasets of Hugging Face on their way between tasks, also as what pandas reads."""

from typing import Annotated

import datasets
import flytekitplugins.huggingface  # noqa: F401
import pandas as pd
from flytekit import StructuredDataset, kwtypes, task, workflow


@task
def load() -> Annotated[datasets.Dataset, kwtypes(text=str, label=int)]:
    return datasets.load_dataset("imdb")


@task
def clean(data: datasets.Dataset, more: list[datasets.Dataset]) -> datasets.Dataset:
    return data


@task
def as_pandas(data: pd.DataFrame) -> StructuredDataset:
    return StructuredDataset(dataframe=data)


@workflow
def wf() -> StructuredDataset:
    data = load()
    return as_pandas(data=clean(data=data, more=[data]))
