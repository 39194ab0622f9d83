"""Tasks that the user's own decorator makes, with settings of the team."""

from functools import partial

from flytekit import Resources, task, workflow
from kit.decorators import team_task

small_task = partial(task, requests=Resources(cpu="1", mem="1Gi"), retries=2)
cached_task = partial(small_task, cache=True, cache_version="1")


@small_task
def small(n: int) -> int:
    return n


@cached_task
def cached(n: int) -> int:
    return n


@cached_task(retries=0)
def cached_once(n: int) -> int:
    return n


@team_task
def of_the_team(n: int) -> int:
    return n


@team_task(image="ghcr.io/acme/special:v3")
def special(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return special(n=of_the_team(n=cached_once(n=cached(n=small(n=n)))))
