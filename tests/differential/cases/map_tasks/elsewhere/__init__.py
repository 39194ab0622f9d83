from flytekit import map_task

from .tasks import square

mapped_here = map_task(square, concurrency=8)
