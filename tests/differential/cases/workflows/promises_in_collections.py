"""Lists and dicts that hold promises."""

import typing

from flytekit import task, workflow


@task
def make(n: int) -> int:
    return n


@task
def add(values: typing.List[int]) -> int:
    return sum(values)


@task
def pick(values: typing.Dict[str, int]) -> int:
    return values["a"]


@task
def grid(rows: typing.List[typing.List[int]]) -> int:
    return 0


@task
def groups(parts: typing.Dict[str, typing.List[int]]) -> int:
    return 0


@workflow
def lists(n: int) -> int:
    a, b = make(n=1), make(n=n)
    return add(values=[a, 2, b, n])


@workflow
def dicts(n: int) -> int:
    return pick(values={"z": make(n=1), "a": n, "m": 3})


@workflow
def nested(n: int) -> int:
    grid(rows=[[make(n=n), 1], [], [n]])
    return groups(parts={"left": [make(n=n)], "right": [1, 2]})


@workflow
def in_a_loop(n: int) -> int:
    results = []
    for i in range(4):
        results.append(make(n=i))
    return add(values=results)


@workflow
def returned(n: int) -> typing.List[int]:
    return [make(n=n), make(n=2), 3]


@workflow
def returned_dict(n: int) -> typing.Dict[str, int]:
    return {"one": make(n=n), "two": 2}


@workflow
def returned_beside(n: int) -> typing.Tuple[int, typing.List[int]]:
    return make(n=n), [n, make(n=n)]


@workflow
def list_input_as_a_whole(values: typing.List[int]) -> int:
    return add(values=values)
