"""The words of findings about settings, whatever finds them."""

from collections.abc import Sequence

from flytec.codes import INVALID_SETTING, Code
from flytec.diagnostics import Diagnostic

SHOWN_CHARACTERS = 60


def shown(value: object) -> str:
    """`value` as Python writes it, cut so that a message stays one readable line."""
    text = repr(value)
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 3]}..."


def unknown_name(subject: str, name: str, known: Sequence[str], code: Code = INVALID_SETTING) -> Diagnostic:
    """The finding for a setting that does not exist; `subject` says whose it is and how it was written."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    hint = f"Write {near[0]}." if near else "Remove it."
    return Diagnostic(code=code, message=f"{subject} is no setting, expected one of {', '.join(known)}", hint=hint)
