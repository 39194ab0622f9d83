# flytekit: AssertionError
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return t(n=n).with_overrides(aliases=["o0"])  # expect: FTC201 aliases of with_overrides is ['o0'], expected a dict of text to text
