"""A team's own decorators, in a package of their own."""

import functools
from typing import Optional

from flytekit import Resources, task


def team_task(fn=None, *, image: Optional[str] = None):
    if fn is None:
        return functools.partial(team_task, image=image)

    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return task(wrapper, container_image=image, limits=Resources(mem="2Gi"), environment={"TEAM": "data"})
