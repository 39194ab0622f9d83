"""No entities here, only code."""


def compute(n: int) -> int:
    return n * 2
