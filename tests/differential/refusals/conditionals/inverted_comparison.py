# flytekit: TypeError
from flytekit import conditional, task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    return conditional("c").if_(~(n > 1)).then(t(n=1)).else_().then(t(n=2))  # expect: FTC207 the body of workflow inverted_comparison.wf raises TypeError: bad operand type for unary ~: 'ComparisonExpression'
