from flytekit import task

from regular.deep.tasks import shared


@task
def z(n: int) -> int:
    return n


again = shared
