from flytekit import task


def step(n: int) -> int:
    return n


def body(n: int) -> int:
    @task
    def within(n: int) -> int:
        return n

    return within(n=n)
