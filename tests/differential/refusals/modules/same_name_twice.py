# flytekit: accepts
from flytekit import task


@task
def t(n: int) -> int:
    return n


@task  # expect: FTC104 task same_name_twice.t is declared twice and differently, also at same_name_twice.py:5
def t(n: int, m: int) -> int:
    return m
