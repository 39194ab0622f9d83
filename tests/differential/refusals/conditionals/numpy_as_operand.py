# flytekit: ValueError
import numpy as np

from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(np.int64(3) < n).then(t(n=1)).else_().then(t(n=2))  # expect: FTC206 a comparison of conditional 'c': the value is an int64, which flytekit would upload as a pickle, expected one that needs no upload
