"""Descriptions from docstrings, in the forms that docstring_parser reads."""

import re
from collections.abc import Callable
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, NamedTuple

from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import user_error

if TYPE_CHECKING:
    from docstring_parser import Docstring as Parsed

_TITLE = re.compile(r"^[A-Z][a-z]+:[ \t\r\f\v]*$", re.MULTILINE)
_INDENTED = re.compile(r"\n( +)\S")

# The commonest docstring with sections, which is read here: parameters of a line each, and perhaps one result.
_COMMONEST = re.compile(
    r"(?P<short>[^\n]+)\n(?P<long>(?:[^\n]*\n)*?)(?:Args|Arguments|Parameters|Params):"
    r"(?P<inputs>(?:\n {4}\w+: [^\n]+)+)(?:\n+Returns:\n {4}(?P<output>[^\s:][^\n:]*))?"
)
_INPUT = re.compile(r"\n {4}(\w+): ([^\n]+)")


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
    clean = _clean(text) if "\n" in text else text.expandtabs().lstrip()
    styles = _styles(clean) if ":" in clean or "@" in clean or "-" in clean else []
    if styles == ["GOOGLE"] and (commonest := _parts_of_commonest(clean)) is not None:
        return commonest
    try:
        parsed = _parse(text, styles) if styles else None
    except Exception as error:  # it has no exception of its own for some texts, and fails under flytekit as well
        message = f"its docstring cannot be read: docstring_parser raises {type(error).__name__}: {error}"
        raise user_error(INVALID_DECLARATION, message, hint="begin no line of it with a lone colon") from error
    if parsed is None:
        first, _, rest = clean.partition("\n")
        return _Parts(first or None, rest.strip() or None, {}, {})
    return _Parts(
        parsed.short_description,
        parsed.long_description,
        {param.arg_name: param.description for param in parsed.params},
        {row.return_name: row.description for row in parsed.many_returns},
    )


def _clean(text: str) -> str:
    """`inspect.cleandoc`, in fewer steps where every line that is not empty is indented by as much as the second."""
    indented = _INDENTED.search(text)
    if indented is None or "\t" in text:
        return cleandoc(text)
    margin, begun = f"\n{indented[1]}", text.lstrip(" ")
    is_plain = text.count(margin) + text.count("\n\n") == text.count("\n")
    if not is_plain or (begun[0].isspace() and begun[0] != "\n"):
        return cleandoc(text)
    return begun.replace(margin, "\n").strip("\n")


def _styles(clean: str) -> list[str]:
    """The styles that may find a section in a docstring.

    docstring_parser tries every style on every docstring; most have no section at all, and nearly all the rest have
    those of one style.
    """
    found = []
    if clean.startswith(":") or "\n:" in clean:
        found.append("REST")
    if _TITLE.search(clean):
        found.append("GOOGLE")
    if "----" in clean:
        found.append("NUMPYDOC")
    if clean.startswith("@") or "\n@" in clean:
        found.append("EPYDOC")
    return found


@cache
def _google() -> Any:
    """docstring_parser's parser of the commonest style; it makes a new one, with new patterns, for each docstring."""
    from docstring_parser.google import GoogleParser

    return GoogleParser()


def _parts_of_commonest(clean: str) -> _Parts | None:
    """What docstring_parser finds in the commonest docstring with sections, `None` for any other."""
    found = _COMMONEST.fullmatch(clean)
    if found is None:
        return None
    output = found["output"]
    if len(_TITLE.findall(clean)) != (1 if output is None else 2):
        return None
    inputs: dict[str, str | None] = dict(_INPUT.findall(found["inputs"]))
    return _Parts(found["short"], found["long"].strip() or None, inputs, {} if output is None else {None: output})


def _parse(text: str, styles: list[str]) -> "Parsed | None":
    """What docstring_parser makes of a docstring with sections of `styles`, `None` where it finds none in it.

    It is given the text as it is: cleaning a docstring twice is not the same as cleaning it once.
    """
    from docstring_parser import DocstringStyle, ParseError, parse

    if len(styles) > 1:
        return parse(text)
    try:
        parsed = _google().parse(text) if styles == ["GOOGLE"] else parse(text, style=DocstringStyle[styles[0]])
    except ParseError:
        # The other styles take the text as one description.
        return None
    return parsed if parsed.meta else None
