"""reST style."""

from flytekit import task, workflow


@task
def in_full(n: int, name: str = "x") -> float:
    """Computes something.

    A long description.

    :param n: the number
    :type n: int
    :param str name: the name,
        which goes on
    :return: the result
    :rtype: float
    :raises ValueError: sometimes
    """
    return float(n)


@task
def returns_spelling(n: int) -> float:
    """
    :param n: number
    :returns: result
    """
    return float(n)


@workflow
def wf(n: int) -> float:
    """Workflow.

    :param n: input
    :return: output
    """
    return in_full(n=n)
