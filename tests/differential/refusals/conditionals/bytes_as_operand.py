# flytekit: accepts
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(n == b"raw").then(t(n=1)).else_().then(t(n=2))  # expect: FTC206 a comparison of conditional 'c': b'raw' is a bytes, which flytekit would upload as a pickle, expected one that needs no upload
