# flytekit: ValueError
"""A cache policy that fails."""

from flytekit import Cache, CachePolicy, VersionParameters, task


class Failing(CachePolicy):
    def get_version(self, salt: str, params: VersionParameters) -> str:
        raise KeyError(salt)


@task(cache=Cache(policies=Failing(), salt="pepper"))  # expect: FTC201 the cache policy Failing raises KeyError: 'pepper'
def plain() -> None: ...
