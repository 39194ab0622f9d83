"""numpy arrays."""

import typing
from typing import Annotated

import numpy as np
from flytekit import kwtypes, task, workflow


@task
def plain(a: np.ndarray) -> np.ndarray:
    return a


@task
def with_metadata(a: Annotated[np.ndarray, kwtypes(allow_pickle=True)]) -> Annotated[np.ndarray, kwtypes(mmap_mode="r")]:
    return a


@task
def many(a: typing.List[np.ndarray]) -> np.ndarray:
    return a[0]


@workflow
def wf(a: np.ndarray) -> np.ndarray:
    return many(a=[plain(a=a), a])
