# flytekit: ValueError
from flytekit import task


def make():
    @task
    def t(n: int) -> int:  # expect: ?
        return n

    return t


t = make()
