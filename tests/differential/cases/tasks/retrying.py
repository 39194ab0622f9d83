"""Retries and timeouts."""

from datetime import timedelta

from flytekit import task


@task(retries=3)
def three_retries() -> None: ...


@task(retries=0)
def no_retries() -> None: ...


@task(timeout=60)
def seconds() -> None: ...


@task(timeout=timedelta(hours=1, minutes=30))
def delta() -> None: ...


@task(timeout=timedelta(days=2, milliseconds=1500))
def delta_with_fraction() -> None: ...


@task(timeout=timedelta(microseconds=7))
def tiny() -> None: ...


@task(timeout=0)
def zero() -> None: ...


@task(retries=1, timeout=timedelta(seconds=5))
def both() -> None: ...
