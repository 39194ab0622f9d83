"""Dataframes of the user's own: encoders and decoders make them structured datasets."""

from dataclasses import dataclass
from typing import Annotated, Optional

import pandas as pd

from flytekit import FlyteContext, StructuredDataset, StructuredDatasetType, kwtypes, map_task, task, workflow
from flytekit.models import literals
from flytekit.types.structured.structured_dataset import (
    GENERIC_FORMAT,
    StructuredDatasetDecoder,
    StructuredDatasetEncoder,
    StructuredDatasetTransformerEngine,
)


class Table:
    pass


class Narrow(Table):
    pass


class TableEncoder(StructuredDatasetEncoder):
    def __init__(self, protocol=None, supported_format="orc") -> None:
        super().__init__(Table, protocol, supported_format)

    def encode(
        self, ctx: FlyteContext, structured_dataset: StructuredDataset, structured_dataset_type: StructuredDatasetType
    ) -> literals.StructuredDataset:
        return literals.StructuredDataset(
            uri="s3://b/k", metadata=literals.StructuredDatasetMetadata(structured_dataset_type)
        )


class TableDecoder(StructuredDatasetDecoder):
    def __init__(self) -> None:
        super().__init__(Table, "s3://", "orc")

    def decode(self, ctx, flyte_value, current_task_metadata) -> Table:
        return Table()


class FrameEncoder(StructuredDatasetEncoder[pd.DataFrame]):
    def __init__(self) -> None:
        super().__init__(pd.DataFrame, "s3", GENERIC_FORMAT)

    def encode(self, ctx, structured_dataset, structured_dataset_type):
        raise NotImplementedError


@task
def frames(frame: pd.DataFrame) -> pd.DataFrame:
    return frame


for encoder in (TableEncoder("s3"), TableEncoder("gs", None)):
    StructuredDatasetTransformerEngine.register(encoder, default_for_type=True, override=True)
StructuredDatasetTransformerEngine.register(TableEncoder(), default_format_for_type=True)
StructuredDatasetTransformerEngine.register(TableEncoder())
StructuredDatasetTransformerEngine.register(TableDecoder(), default_storage_for_type=True)
StructuredDatasetTransformerEngine.register(FrameEncoder())
StructuredDatasetTransformerEngine.register_renderer(Table, None)


@dataclass
class Held:
    name: str


@task
def use(
    table: Table,
    narrow: Annotated[Narrow, kwtypes(a=int, b=str)],
    formatted: Annotated[Table, "parquet"],
    tables: list[Table],
    maybe: Optional[Table] = None,
) -> Annotated[Table, kwtypes(c=float)]:
    return table


@task
def rows(table: Table) -> int:
    return 1


@workflow
def flow(table: Table, frame: pd.DataFrame, remote: Table = StructuredDataset(uri="s3://b/t")) -> Table:
    frames(frame=frame)
    map_task(rows)(table=[table, remote])
    rows(table=StructuredDataset(uri="s3://b/u", file_format="orc"))
    return use(table=table, narrow=remote, formatted=table, tables=[table], maybe=remote)
