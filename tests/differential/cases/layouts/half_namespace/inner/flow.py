"""A package inside a folder without __init__.py."""

from flytekit import task, workflow

from half_namespace.inner import helper_tasks


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=helper_tasks.help_out(n=n))
