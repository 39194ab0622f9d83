# flytekit: AssertionError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow  # expect: FTC214 'o1' of the outputs of section_among_results.wf: the value is conditional 'c', which has no else_
def wf(n: int) -> tuple[int, int]:
    return t(n=n), conditional("c")
