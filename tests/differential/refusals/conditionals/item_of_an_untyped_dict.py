# flytekit: ValueError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@task
def table() -> dict:
    return {}


@workflow
def wf() -> int:
    x = table()
    return conditional("c").if_(x["a"] == 2).then(t(n=1)).else_().then(t(n=2))  # expect: FTC204 'n0.o0' of conditional 'c': output 'o0' is indexed by 'a', but its type has no schema
