"""`# flytec: ignore[FTC304]` in the user's source: which findings the user does not want to hear of.

A comment counts for the statement that it stands in or behind, over as many lines as that has; for a decorated function
or class, the statement is all of its decorators with the line that names it.
"""

import io
import re
import tokenize
from collections.abc import Iterator

from flytec.records import dataclass

_MARK = "flytec:"
_COMMENT = re.compile(r"#\s*flytec:\s*ignore\b(?:\s*\[(?P<codes>[^\]]*)\])?")
_OUTSIDE_OF_STATEMENTS = frozenset(
    (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER)
)
_DEFINITIONS = ("def", "class", "async")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment: the line that it stands on, the codes in its brackets, and the lines that it counts for."""

    line: int
    codes: tuple[str, ...]
    counts_for: range


def ignores_in(source: bytes) -> tuple[Ignore, ...]:
    """The comments of a module; none where it is no Python that this interpreter reads."""
    if _MARK.encode() not in source:
        return ()
    try:
        tokens = list(tokenize.tokenize(io.BytesIO(source).readline))
    except (tokenize.TokenError, SyntaxError, ValueError):
        return ()
    comments = [
        (token.start[0], match)
        for token in tokens
        if token.type == tokenize.COMMENT and (match := _COMMENT.match(token.string))
    ]
    statements = list(_statements(tokens)) if comments else []
    return tuple(
        Ignore(line, _codes(match["codes"]), next((each for each in statements if line in each), range(0)))
        for line, match in comments
    )


def _codes(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _statements(tokens: list[tokenize.TokenInfo]) -> Iterator[range]:
    """The lines of each simple statement or head of a compound one."""
    first: tokenize.TokenInfo | None = None
    decorated_from = 0
    for token in tokens:
        if token.type == tokenize.NEWLINE and first is not None:
            begin, end = first.start[0], token.end[0]
            if first.string == "@":
                decorated_from = decorated_from or begin
            else:
                if decorated_from and first.string in _DEFINITIONS:
                    begin = decorated_from
                decorated_from = 0
                yield range(begin, end + 1)
            first = None
        elif first is None and token.type not in _OUTSIDE_OF_STATEMENTS:
            first = token
