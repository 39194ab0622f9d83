"""Docstrings read the same as docstring_parser reads them, whichever styles it is not asked to try."""

import docstring_parser
from hypothesis import given
from hypothesis import strategies as st

from flytec.authoring.docstring import Docstring

LINES = st.sampled_from(
    [
        "",
        "Adds two numbers.",
        "More about it: a lot.",
        "    indented",
        "Args:",
        "    a: the first",
        "    b: the second: with a colon  ",
        "    b (int): the second, default 3",
        "      and more of it",
        "Returns:",
        "Params:",
        "Raises:",
        "    the sum",
        "    x: named",
        "Example:",
        "Note:",
        ":param a: the first",
        ":param int b: the second",
        ":returns: the sum",
        ":return x: named",
        ": odd",
        "Parameters",
        "----------",
        "a : int",
        "    the first",
        "Returns",
        "-------",
        "x : int",
        "@param a: the first",
        "@return: the sum",
        "@odd",
    ]
)


def expected(text):
    parsed = docstring_parser.parse(text)
    return (
        parsed.short_description,
        parsed.long_description,
        {row.arg_name: row.description for row in parsed.params},
        {row.return_name: row.description for row in parsed.many_returns},
    )


ENTRIES = st.lists(
    st.sampled_from(["    a: the first", "    b: 2nd: b. Defaults to 3.", "    a: \t", "     c: c"]), min_size=1
)
COMMONEST = st.tuples(
    st.lists(st.sampled_from(["Adds.", "", "More:", "  of it", "Args:"]), min_size=1, max_size=4),
    st.sampled_from([["Args:"], ["", "Params:"], ["", "Args: "]]),
    ENTRIES,
    st.sampled_from(
        [[], [""], ["Returns:", "    the sum"], ["", "", "Returns:", "    the sum  "], ["", "Returns:", "    x: y"]]
    ),
    st.sampled_from([[], ["    more"], ["more"], ["", "Raises:", "    E: no"]]),
).map(lambda parts: [line for part in parts for line in part])


def indented(lines):
    return "".join(f"\n    {line}" for line in lines) + "\n    "


TEXTS = st.lists(LINES, max_size=9) | COMMONEST


@given(TEXTS.map("\n".join) | TEXTS.map(indented) | st.text(max_size=40))
def test_parts_are_those_of_docstring_parser(text):
    ours = Docstring(text)
    assert (ours.short_description, ours.long_description, ours.input_descriptions, ours.output_descriptions) == (
        expected(text)
    )


@given(st.text(alphabet=" \t\n\x0ba", max_size=12))
def test_docstrings_of_blanks_are_cleaned_as_python_cleans_them(text):
    assert (Docstring(text).short_description, Docstring(text).long_description) == expected(text)[:2]


def test_single_returned_description_is_shared_by_all_outputs():
    docstring = Docstring("Adds.\n\nReturns:\n    the sum")
    assert docstring.describe_outputs(("o0", "o1")) == {"o0": "the sum", "o1": "the sum"}


def test_missing_docstring_describes_nothing():
    docstring = Docstring(callable_=lambda: None)
    assert (docstring.short_description, docstring.long_description) == (None, None)
    assert docstring.input_descriptions == docstring.output_descriptions == {}
