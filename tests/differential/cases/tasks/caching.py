"""Caching, as arguments and as a Cache object."""

from flytekit import Cache, task


@task(cache=True, cache_version="1.0")
def versioned(n: int) -> int:
    return n


@task(cache=True, cache_version="2", cache_serialize=True)
def serialized(n: int) -> int:
    return n


@task(cache=True, cache_version="3", cache_ignore_input_vars=("verbose", "debug"))
def ignoring(n: int, verbose: bool, debug: bool = False) -> int:
    return n


@task(cache=False)
def not_cached(n: int) -> int:
    return n


@task(cache=Cache(version="v1.2.3"))
def by_object(n: int) -> int:
    return n


@task(cache=Cache(version="v1", serialize=True, ignored_inputs=("verbose",)))
def by_object_in_full(n: int, verbose: bool) -> int:
    return n


@task(cache=Cache(version="v1", ignored_inputs="verbose"))
def one_ignored_name(n: int, verbose: bool) -> int:
    return n


@task(cache=Cache(version="v1", salt="pepper"))
def salt_beside_a_version(n: int) -> int:
    return n


@task(cache_version="1")
def version_without_caching(n: int) -> int:
    return n


@task(cache=True, cache_version="1", cache_ignore_input_vars=("unknown",))
def ignoring_what_is_not_there(n: int) -> int:
    return n
