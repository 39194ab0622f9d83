from flytekit import task, workflow

from shop.lib import compute


@task
def order(n: int) -> int:
    return compute(n)


@workflow
def orders(n: int = 1) -> int:
    return order(n=n)
