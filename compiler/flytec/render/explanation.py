"""The codes of findings and what they mean, for a person."""

import textwrap
from collections.abc import Iterable, Mapping
from typing import TextIO

from flytec.codes import Code
from flytec.explain import COMMAND, MODULE, Explanation
from flytec.render.style import Role, Style

_WIDTH = 100


def write_codes(codes: Iterable[Code], stream: TextIO, style: Style) -> None:
    """Writes one line a code: number, name and title."""
    rows = tuple(codes)
    width = max(len(code.slug) for code in rows)
    for code in rows:
        stream.write(f"{style.paint(code.id, Role.STRONG)}  {code.slug:{width}}  {code.title}\n")


def write_explanation(explanation: Explanation, stream: TextIO, style: Style) -> None:
    """Writes what a code means, and the files of its mistake and its mend."""
    code = explanation.code
    stream.write(f"{style.paint(str(code), Role.STRONG)}: {code.title}\n\n")
    paragraphs = explanation.text.split("\n\n")
    stream.write("\n\n".join(textwrap.fill(paragraph, _WIDTH) for paragraph in paragraphs) + "\n")
    commands = explanation.command, explanation.mend_command
    shown = commands if commands != (COMMAND, COMMAND) else ("", "")
    _write_files("The mistake", shown[0], explanation.mistake, stream, style)
    _write_files("The mend", shown[1], explanation.mend, stream, style)


def _write_files(title: str, command: str, files: Mapping[str, str], stream: TextIO, style: Style) -> None:
    for name, text in files.items():
        where = f", {name}" if len(files) > 1 or name != MODULE else ""
        stream.write(f"\n{style.paint(f'{title}{where}:', Role.KIND)}\n\n{textwrap.indent(text.rstrip(), '    ')}\n")
    if command and files:
        stream.write(f"\n    $ flytec {command}\n")
