"""Google style."""

import typing

from flytekit import task, workflow

Pair = typing.NamedTuple("Pair", rows=int, path=str)


@task
def in_full(n: int, name: str = "x", verbose: bool = False) -> float:
    """Computes something from a number.

    The long description has two lines,
    and a second paragraph:

    - with
    - a list

    Args:
        n (int): the number, with a text
            that goes on in the next line
        name: a name: with a colon
        verbose (bool, optional): whether to talk. Defaults to False.

    Returns:
        float: the result
            over two lines

    Raises:
        ValueError: if the number is negative

    Example:
        >>> in_full(n=3)
        3.0

    Note:
        Nothing to note.
    """
    return float(n)


@task
def named_outputs(n: int) -> Pair:
    """Gives two.

    Args:
        n: number

    Returns:
        rows: how many
        path: where
    """
    return Pair(n, "")


@task
def two_outputs(n: int) -> typing.Tuple[int, str]:
    """Gives two without names.

    Returns:
        int: the first
        str: the second
    """
    return n, ""


@task
def only_arguments(n: int, m: int) -> int:
    """
    Args:
        n: one
        other: not a parameter
    """
    return n


@workflow
def wf(n: int = 2) -> float:
    """A workflow.

    Long text.

    Args:
        n: input of the workflow

    Returns:
        output of the workflow
    """
    return in_full(n=n)
