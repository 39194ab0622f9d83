"""Many small steps made by a loop, registered under names of the module."""

from flytekit import task


def step_one(n: int) -> int:
    return n + 1


def step_two(n: int) -> int:
    return n + 2


def step_three(n: int) -> int:
    return n + 3


one, two, three = (task(f, retries=i) for i, f in enumerate((step_one, step_two, step_three)))
STEPS = (one, two, three)
