"""NumPy style."""

import typing

from flytekit import task, workflow


@task
def in_full(n: int, name: str = "x") -> typing.Tuple[float, str]:
    """Computes something.

    A long description
    over two lines.

    Parameters
    ----------
    n : int
        The number.
    name : str, optional
        The name,
        in two lines.

    Returns
    -------
    float
        The result.
    str
        The other result.

    See Also
    --------
    numpy.sum

    Notes
    -----
    A note.
    """
    return float(n), name


@task
def named_return(n: int) -> float:
    """Short.

    Parameters
    ----------
    n
        without a type

    Returns
    -------
    result : float
        with a name
    """
    return float(n)


@workflow
def wf(n: int = 2) -> typing.Tuple[float, str]:
    """A workflow.

    Parameters
    ----------
    n : int
        Input.
    """
    return in_full(n=n)
