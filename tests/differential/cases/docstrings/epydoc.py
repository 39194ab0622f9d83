"""Epydoc style."""

from flytekit import task


@task
def in_full(n: int, name: str = "x") -> float:
    """Computes something.

    A long description.

    @param n: the number
    @type n: int
    @param name: the name
    @return: the result
    @rtype: float
    """
    return float(n)
