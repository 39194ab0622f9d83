"""Loaded through the root, although a package root lies further down."""

from flytekit import task


@task
def t(n: int) -> int:
    return n
