"""Descriptions from docstrings, in the forms that docstring_parser reads."""

import re
from collections.abc import Callable
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docstring_parser import Docstring as Parsed

# What a docstring must have for a style to find a section in it. docstring_parser tries every style on every docstring;
# most have no section at all, and nearly all the rest have those of one style.
_SECTION_MARKS = (
    ("REST", re.compile(r"^:", re.MULTILINE)),
    ("GOOGLE", re.compile(r"^[A-Z][a-z]+:[ \t\r\f\v]*$", re.MULTILINE)),
    ("NUMPYDOC", re.compile(r"----")),
    ("EPYDOC", re.compile(r"^@", re.MULTILINE)),
)


class _Parts(NamedTuple):
    short: str | None
    long: str | None
    inputs: dict[str, str | None]
    outputs: dict[str | None, str | None]


class Docstring:
    """A docstring's parts; the text is parsed when the first part is asked for."""

    def __init__(self, docstring: str | None = None, callable_: Callable[..., Any] | None = None) -> None:
        self.text = docstring if docstring is not None else getattr(callable_, "__doc__", None)
        self._known: _Parts | None = None

    @property
    def input_descriptions(self) -> dict[str, str | None]:
        """Descriptions of parameters by name."""
        return self._parts.inputs

    @property
    def output_descriptions(self) -> dict[str | None, str | None]:
        """Descriptions of results by the name that the docstring gives them, `None` where it gives none."""
        return self._parts.outputs

    @property
    def short_description(self) -> str | None:
        """The first line."""
        return self._parts.short

    @property
    def long_description(self) -> str | None:
        """What follows the first line, up to the first section."""
        return self._parts.long

    def describe_outputs(self, names: tuple[str, ...]) -> dict[str | None, str | None]:
        """Descriptions of the outputs `names`: where the docstring has just one, every output shares it."""
        if len(self.output_descriptions) != 1:
            return self.output_descriptions
        (shared,) = self.output_descriptions.values()
        return dict.fromkeys(names, shared)

    @property
    def _parts(self) -> _Parts:
        if self._known is None:
            self._known = _parts_of(self.text) if self.text else _Parts(None, None, {}, {})
        return self._known


def _parts_of(text: str) -> _Parts:
    clean = cleandoc(text) if "\n" in text else text.expandtabs().lstrip()
    parsed = _parse(text, clean)
    if parsed is None:
        first, _, rest = clean.partition("\n")
        return _Parts(first or None, rest.strip() or None, {}, {})
    return _Parts(
        parsed.short_description,
        parsed.long_description,
        {param.arg_name: param.description for param in parsed.params},
        {row.return_name: row.description for row in parsed.many_returns},
    )


@cache
def _google() -> Any:
    """docstring_parser's parser of the commonest style; it makes a new one, with new patterns, for each docstring."""
    from docstring_parser.google import GoogleParser

    return GoogleParser()


def _parse(text: str, clean: str) -> "Parsed | None":
    """What docstring_parser makes of a docstring, `None` where it finds no section in it."""
    # It is parsed as it is: cleaning a docstring twice is not the same as cleaning it once.
    styles = [style for style, mark in _SECTION_MARKS if mark.search(clean)]
    if not styles:
        return None
    from docstring_parser import DocstringStyle, ParseError, parse

    if len(styles) > 1:
        return parse(text)
    try:
        parsed = _google().parse(text) if styles == ["GOOGLE"] else parse(text, style=DocstringStyle[styles[0]])
    except ParseError:
        # The other styles take the text as one description.
        return None
    return parsed if parsed.meta else None
