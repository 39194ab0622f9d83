"""Cache versions that are made from the task's own source."""

import typing

from flytekit import Cache, task
from flytekit.core.cache import CachePolicy, VersionParameters


class FixedPolicy:
    """A policy of the user's own."""

    def __init__(self, word: str):
        self.word = word

    def get_version(self, salt: str, params: VersionParameters) -> str:
        return f"{self.word}-{salt}-{params.func.__name__}"


def later(function: typing.Callable) -> typing.Callable:
    return function


fixed: CachePolicy = FixedPolicy("fixed")


@task(cache=Cache(policies=FixedPolicy("one")))
def one_policy(n: int) -> int:
    return n


@task(cache=Cache(policies=[fixed, FixedPolicy("two")], salt="s"))
def two_policies(n: int) -> int:
    return n
