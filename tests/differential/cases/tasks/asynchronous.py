"""Tasks that are coroutines."""

from flytekit import task, workflow
from flytekit.core.node_creation import create_node


@task
async def fetch(url: str, attempts: int = 3) -> str:
    """Fetches a page.

    Args:
        url: where it is
        attempts: how often to try

    Returns:
        the page
    """
    return url * attempts


@task(cache=True, cache_version="1")
async def nothing() -> None: ...


@workflow
def wf(url: str = "https://example.org") -> str:
    first = create_node(nothing)
    page = create_node(fetch, url=url)
    first >> page
    return page.o0
