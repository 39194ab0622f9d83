"""Types of the standard library that flytekit has no literal for, or a special one."""

import decimal
import uuid
from typing import Iterator

from flytekit import task, workflow


@task
def raw(a: bytes) -> bytes:
    return a


@task
def others(a: uuid.UUID, b: decimal.Decimal) -> uuid.UUID:
    return a


@workflow
def wf(a: bytes) -> bytes:
    return raw(a=a)
