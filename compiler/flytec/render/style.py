"""Colours, and text that is safe to show: what files hold must not steer a terminal."""

from enum import Enum

from flytec.records import dataclass


class Role(Enum):
    """What a piece of text is, with its ANSI attributes."""

    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    STRONG = "1"
    FAINT = "2"
    KIND = "36"


@dataclass(frozen=True, slots=True)
class Style:
    """How to show text: with colours or without."""

    colour: bool = False

    def paint(self, text: str, role: Role) -> str:
        """The text in the colour of its role."""
        return f"\x1b[{role.value}m{text}\x1b[0m" if self.colour and text else text


def printable(text: str) -> str:
    """The text with every character escaped that moves, hides or ends something: controls, line ends, directions."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
