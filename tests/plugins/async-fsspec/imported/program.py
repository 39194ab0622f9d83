"""A file system that tasks use: what compiles does not change."""

import flytekitplugins.async_fsspec  # noqa: F401
from flytekit import task
from flytekit.types.file import FlyteFile
from flytekitplugins.async_fsspec import AsyncS3FileSystem


@task
def read(data: FlyteFile) -> int:
    return len(AsyncS3FileSystem().ls("s3://bucket"))
