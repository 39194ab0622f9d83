# flytekit: ValueError
from flytekit import task


def make():
    @task  # expect: FTC212 make.<locals>.t is defined inside a function, so the container cannot import it
    def t(n: int) -> int:
        return n

    return t


t = make()
