"""The line of source that a finding is at, with carets under what matters of it."""

import io
import tokenize
from dataclasses import field
from keyword import iskeyword
from pathlib import Path

from flytec.diagnostics import Location
from flytec.records import dataclass
from flytec.render.style import Role, Style, printable

MAX_FILE_BYTES = 16 * 1024 * 1024
_WIDTH = 160
_CUT = " ..."
_DEFINITIONS = ("def", "class", "async")
_NO_CODE = frozenset((tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.INDENT))


@dataclass(slots=True)
class Excerpts:
    """Lines of source files, whose paths count from `folder`; each file is read once."""

    folder: Path
    _files: dict[str, list[str]] = field(default_factory=dict)

    def lines(self, place: Location, style: Style) -> list[str]:
        """The line at a place and the carets under it, indented; none where there is no such line to be read."""
        if not place.line or not place.path.endswith(".py"):
            return []
        source = self._read(place.path)
        if place.line > len(source) or not source[place.line - 1].strip():
            return []
        text = source[place.line - 1].expandtabs(4)
        begin, end = _span(text)
        if len(text) > _WIDTH:
            text, end = text[:_WIDTH] + _CUT, min(end, _WIDTH)
            begin = min(begin, end - 1)
        text, begin, end = _printable(text, begin, end)
        number = str(place.line)
        carets = " " * begin + style.paint("^" * (end - begin), Role.ERROR)
        margins = (style.paint(f"{shown} |", Role.FAINT) for shown in (number, " " * len(number)))
        return [f"  {margin} {line}" for margin, line in zip(margins, (text, carets), strict=True)]

    def _read(self, path: str) -> list[str]:
        if path not in self._files:
            try:
                with (self.folder / path).open("rb") as stream:
                    data = stream.read(MAX_FILE_BYTES)
                encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
                self._files[path] = io.StringIO(data.decode(encoding, errors="replace"), newline=None).readlines()
            except (OSError, SyntaxError, ValueError):
                self._files[path] = []
        return [line.rstrip("\n") for line in self._files[path]]


def _printable(text: str, begin: int, end: int) -> tuple[str, int, int]:
    """The text with its escapes, and where the marked part of it then is."""
    before, marked = printable(text[:begin]), printable(text[begin:end])
    return f"{before}{marked}{printable(text[end:])}", len(before), len(before) + max(len(marked), 1)


def _span(text: str) -> tuple[int, int]:
    """The columns of the one call that a line makes; of all its code, where it makes none or several side by side."""
    tokens = [token for token in _tokens(text) if token.type not in _NO_CODE]
    if not tokens:
        return len(text) - len(text.lstrip()), len(text.rstrip())
    whole = tokens[0].start[1], tokens[-1].end[1]
    calls = [] if tokens[0].string in _DEFINITIONS else _outermost_calls(tokens)
    return calls[0] if len(calls) == 1 else whole


def _outermost_calls(tokens: list[tokenize.TokenInfo]) -> list[tuple[int, int]]:
    calls: list[tuple[int, int]] = []
    depth, begin, name = 0, -1, -1
    previous = ""
    for token in tokens:
        if token.string in "([{" and token.type == tokenize.OP:
            if depth == 0 and token.string == "(" and name >= 0:
                begin = name
            depth += 1
        elif token.string in ")]}" and token.type == tokenize.OP:
            depth -= 1
            if depth == 0 and begin >= 0:
                # What is called on the result of a call goes on with it.
                calls = [call for call in calls if call[0] != begin]
                calls.append((begin, token.end[1]))
                begin = -1
        if depth == 0:
            name = _name_start(token, previous, name)
        previous = token.string
    if begin >= 0:
        calls.append((begin, tokens[-1].end[1]))
    return calls


def _name_start(token: tokenize.TokenInfo, previous: str, start: int) -> int:
    """Where the dotted name begins that a token may end, -1 where there is none."""
    if token.type == tokenize.NAME and not iskeyword(token.string):
        return start if previous == "." and start >= 0 else token.start[1]
    return start if token.string in (".", ")") and start >= 0 else -1


def _tokens(text: str) -> list[tokenize.TokenInfo]:
    """The tokens of one line, which need not be a whole statement."""
    found: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text.lstrip() + "\n").readline):
            if token.start[0] > 1:
                break
            found.append(token)
    except (tokenize.TokenError, SyntaxError):
        pass
    indent = len(text) - len(text.lstrip())
    return [
        token._replace(start=(1, token.start[1] + indent), end=(1, token.end[1] + indent))
        for token in found
        if token.end[0] == 1
    ]
