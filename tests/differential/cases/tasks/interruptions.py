"""Interruptible or not, or left to the platform."""

from flytekit import task


@task(interruptible=True)
def yes() -> None: ...


@task(interruptible=False)
def no() -> None: ...


@task(interruptible=None)
def undecided() -> None: ...
