"""Comments that leave findings out: where they count, and what is none."""

from textwrap import dedent

import pytest

from flytec.load.ignores import ignores_in


def rows(source: str) -> list[tuple[int, tuple[str, ...], list[int]]]:
    """Line, codes and the lines that it counts for, of each comment."""
    return [(row.line, row.codes, list(row.counts_for)) for row in ignores_in(dedent(source).encode())]


def test_a_comment_counts_for_its_line() -> None:
    assert rows("x = 1\ny = t(x)  # flytec: ignore[FTC304]\n") == [(2, ("FTC304",), [2])]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# flytec: ignore[FTC304]", ("FTC304",)),
        ("#flytec:ignore[FTC304]", ("FTC304",)),
        ("# flytec:  ignore [ FTC304 , mismatching-types,FTC3* ]  # noqa", ("FTC304", "mismatching-types", "FTC3*")),
        ("# flytec: ignore[FTC304]: the server is patched", ("FTC304",)),
        ("# flytec: ignore[]", ()),
        ("# flytec: ignore", ()),
    ],
)
def test_codes_stand_in_brackets(comment: str, codes: tuple[str, ...]) -> None:
    assert rows(f"x = 1  {comment}\n") == [(1, codes, [1])]


@pytest.mark.parametrize(
    "line",
    ["x = 1  # flytec: ignored[FTC304]", "x = '# flytec: ignore[FTC304]'", "x = 1  # see flytec: ignore[FTC304]"],
)
def test_other_comments_and_texts_are_none(line: str) -> None:
    assert rows(f"{line}\n") == []


def test_a_comment_counts_for_all_lines_of_a_statement() -> None:
    source = """\
        y = t(
            x=1,
            z=2,
        )  # flytec: ignore[FTC304]
        z = t(  # flytec: ignore[FTC305]
            x=1)
    """
    assert rows(source) == [(4, ("FTC304",), [1, 2, 3, 4]), (5, ("FTC305",), [5, 6])]


def test_decorators_and_the_line_of_the_name_are_one_statement() -> None:
    source = """\
        @task(
            cache=True)
        @other
        def f(x: int):  # flytec: ignore[FTC211]
            return x

        @task  # flytec: ignore[FTC212]
        class C:
            x = 1
        async def g(): ...  # flytec: ignore[FTC213]
    """
    assert rows(source) == [(4, ("FTC211",), [1, 2, 3, 4]), (7, ("FTC212",), [7, 8]), (10, ("FTC213",), [10])]


def test_a_comment_on_a_line_of_its_own_counts_for_nothing() -> None:
    assert rows("# flytec: ignore[FTC304]\nx = 1\n") == [(1, ("FTC304",), [])]


@pytest.mark.parametrize(
    "source",
    [b"", b"x = (  # flytec: ignore[FTC304]\n", b"\xff\xfe# flytec: ignore[FTC304]\n", b"'''# flytec: ignore[FTC304]"],
)
def test_what_is_no_python_has_none(source: bytes) -> None:
    assert ignores_in(source) == ()
