"""A module that is named like a test may hold nested tasks."""

from flytekit import task, workflow


def make():
    @task
    def nested(n: int) -> int:
        return n

    return nested


nested = make()


@workflow
def wf(n: int) -> int:
    return nested(n=n)
