"""What each finding code means, with an example of the mistake and of the mend: data files, read when they are needed.

There is one file a range of codes, `ftc3.yaml` for FTC3xx, and one entry a code in it:

    FTC304:
      text: What is wrong, why the server minds, and what to do.
      mistake: |
        A module that has the finding, or a mapping of file names to texts. A `.pb` file is given in protobuf's text
        form, a module of several by its path; `data@` is a symbolic link, its text what it leads to.
      mend: |
        The same without the finding.
      command: check .        # what finds it, after `flytec`; this is the default
      mend_command: check .   # what does not find it any more, where that is another command
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

from flytec.codes import Code
from flytec.records import dataclass

MODULE = "flows.py"
COMMAND = "check ."


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The text, the files of the mistake and the mend by name, and what finds it or does not, after `flytec`."""

    code: Code
    text: str
    mistake: Mapping[str, str]
    mend: Mapping[str, str]
    command: str
    mend_command: str


def explanation_of(code: Code) -> Explanation:
    """The explanation of a code; `LookupError` where there is none, which a test rules out."""
    return explanations_of((code,))[code]


def explanations_of(codes: Iterable[Code]) -> dict[Code, Explanation]:
    """The explanations of codes, each file read once; `LookupError` where there is none."""
    wanted = tuple(codes)
    entries = {digits: _entries(digits) for digits in sorted({code.id[:4] for code in wanted})}
    return {code: _explanation(code, entries[code.id[:4]][code.id]) for code in wanted}


def _explanation(code: Code, row: Mapping[str, Any]) -> Explanation:
    command: str = row.get("command", COMMAND)
    return Explanation(
        code=code,
        text=row["text"].strip(),
        mistake=_files(row.get("mistake")),
        mend=_files(row.get("mend")),
        command=command,
        mend_command=row.get("mend_command", command),
    )


def _entries(digits: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = files(__package__).joinpath(f"{digits.lower()}.yaml")
    entries: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), loader)
    return entries


def _files(example: str | Mapping[str, str] | None) -> Mapping[str, str]:
    if example is None:
        return {}
    return {MODULE: example} if isinstance(example, str) else example
