"""FlyteFile and FlyteDirectory in all spellings."""

import os
import pathlib
import typing
from typing import Annotated, List

from flytekit import BatchSize, FlyteDirectory, FlyteFile, task, workflow
from flytekit.types.directory import TensorboardLogs, TFRecordsDirectory
from flytekit.types.file import CSVFile, HDF5EncodedFile, HTMLPage, JPEGImageFile, JoblibSerializedFile, PDFFile
from flytekit.types.file import PNGImageFile, PythonNotebook, PythonPickledFile, SVGImageFile, TFRecordFile
from flytekit.types.file import FileExt

Txt = typing.TypeVar("txt")
Custom = Annotated[str, FileExt("parquet")]


@task
def plain(a: FlyteFile, b: FlyteDirectory) -> typing.Tuple[FlyteFile, FlyteDirectory]:
    return a, b


@task
def formats(a: FlyteFile["csv"], b: FlyteFile[Txt], c: FlyteDirectory["jpg"]) -> FlyteFile["json"]:
    return a


@task
def aliases(
    a: CSVFile,
    b: PDFFile,
    c: HDF5EncodedFile,
    d: HTMLPage,
    e: JPEGImageFile,
    f: JoblibSerializedFile,
    g: PNGImageFile,
    h: PythonPickledFile,
    i: PythonNotebook,
    j: SVGImageFile,
    k: TFRecordFile,
    m: TFRecordsDirectory,
    n: TensorboardLogs,
) -> CSVFile:
    return a


@task
def annotated(a: FlyteFile[Custom], b: Annotated[FlyteFile, "anything"], c: Annotated[FlyteDirectory, BatchSize(10)]) -> None: ...


@task
def paths(a: os.PathLike, b: pathlib.Path) -> pathlib.Path:
    return b


@task
def many(a: List[FlyteFile], b: typing.Dict[str, FlyteFile["csv"]], c: typing.Optional[FlyteFile] = None) -> List[FlyteFile]:
    return a


@workflow
def wf(
    a: FlyteFile = "s3://bucket/a.csv",
    b: FlyteDirectory = "s3://bucket/folder/",
    c: FlyteFile["csv"] = FlyteFile("https://example.org/data.csv"),
    d: FlyteDirectory = FlyteDirectory("gs://bucket/folder"),
) -> FlyteFile:
    plain(a="s3://bucket/constant", b=FlyteDirectory("s3://bucket/other"))
    many(a=[a, FlyteFile("s3://bucket/one")], b={"x": c})
    f, _ = plain(a=a, b=d)
    return f
