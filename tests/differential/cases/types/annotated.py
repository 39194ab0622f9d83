"""Annotated: hashes, flyte annotations, and words that mean nothing to Flyte."""

import typing
from typing import Annotated

import pandas as pd
from flytekit import HashMethod, task, workflow
from flytekit.core.annotation import FlyteAnnotation
from flytekit.types.file import FlyteFile


def hash_frame(df: pd.DataFrame) -> str:
    return str(pd.util.hash_pandas_object(df))


HashedFrame = Annotated[pd.DataFrame, HashMethod(hash_frame)]


@task
def hashed() -> HashedFrame:
    return pd.DataFrame()


@task(cache=True, cache_version="1")
def cached(df: pd.DataFrame) -> Annotated[int, HashMethod(str)]:
    return 1


@task
def annotation(a: Annotated[int, FlyteAnnotation({"unit": "m", "range": [1, 2], "deep": {"k": True}})]) -> None: ...


@task
def meaningless(a: Annotated[int, "a comment"], b: Annotated[typing.List[str], 1, 2]) -> Annotated[str, object()]:
    return ""


@task
def nested(a: typing.List[Annotated[int, "x"]], b: Annotated[typing.Optional[int], "y"] = None) -> None: ...


@task
def on_file(a: Annotated[FlyteFile, HashMethod(str)]) -> Annotated[FlyteFile, HashMethod(str)]:
    return a


@workflow
def wf() -> int:
    return cached(df=hashed())
