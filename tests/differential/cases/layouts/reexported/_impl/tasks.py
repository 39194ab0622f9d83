from flytekit import task


@task
def load() -> int:
    return 1


@task
def train(n: int) -> float:
    return float(n)
