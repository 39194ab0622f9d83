"""Descriptions around the length where flytekit cuts them."""

from flytekit import Description, Documentation, task, workflow


@task
def short_one(n: int) -> int:
    """x"""
    return n


@task(docs=Documentation(short_description="s" * 300, long_description=Description(value="l" * 5000)))
def from_objects(n: int) -> int:
    return n


def long_docstring(n: int) -> int:
    return n


long_docstring.__doc__ = "S" * 400 + ".\n\n" + ("word " * 1500) + "\n\nArgs:\n    n: " + "d" * 2000
very_long = task(long_docstring)


def workflow_function(n: int) -> int:
    return short_one(n=n)


workflow_function.__doc__ = "Summary.\n\n" + "paragraph. " * 600
wf = workflow(workflow_function)
