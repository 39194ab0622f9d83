"""A reference whose name an own entity bears too."""

from flytekit import reference_task, task, workflow


@reference_task(project="other", domain="production", name="references.shared_names.own", version="v1")
def remote(n: int) -> int:
    ...


@task
def own(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return own(n=remote(n=remote(n=n)))


@workflow
def outer(n: int) -> int:
    return wf(n=wf(n=n))
