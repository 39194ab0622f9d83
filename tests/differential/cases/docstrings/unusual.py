"""Docstrings that fit no form, or hardly."""

import typing

from flytekit import task, workflow


@task
def none_at_all(n: int) -> int:
    return n


@task
def empty(n: int) -> int:
    """"""
    return n


@task
def blank(n: int) -> int:
    """   """
    return n


@task
def one_line_without_a_stop(n: int) -> int:
    """just a line"""
    return n


@task
def starts_on_the_next_line(n: int) -> int:
    """
    The first line comes later.

    And the rest.
    """
    return n


@task
def summary_over_two_lines(n: int) -> int:
    """The summary goes on
    in the second line.

    Then a paragraph.
    """
    return n


@task
def no_blank_before_the_rest(n: int) -> int:
    """Summary.
    Directly the rest.
    Args:
        n: number
    """
    return n


@task
def raw(n: int) -> int:
    r"""A raw \d string with \n.

    Tabs	inside and ünïcode ✓.

    Args:
        n: a \d
    """
    return n


@task
def code_block(n: int) -> int:
    """Summary.

    ```python
    @task
    def f(): ...
    ```

    Args:
        n: number
    """
    return n


@task
def two_forms(n: int, m: int) -> int:
    """Summary.

    Args:
        n: google

    :param m: rest
    """
    return n


@task
def long_text(n: int) -> int:
    (
        """This string is no docstring."""
    )
    return n


@task
def concatenated(n: int) -> int:
    """Docstring %s""" % "x"
    return n


@task
def names_do_not_match(n: int) -> int:
    """Summary.

    Args:
        N: capital
        nn: double

    Returns:
        something
    """
    return n


@workflow
def bullets(n: int) -> int:
    """
    # A title

    * item
    * item

    Returns:
        int
    """
    return none_at_all(n=n)
