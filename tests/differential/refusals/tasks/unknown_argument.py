# flytekit: ValueError
from flytekit import task


@task(retires=3)  # expect: FTC201 @task does not take 'retires'
def t(n: int) -> int:
    return n
