"""What git's configuration says about ignoring: the few values that count, read from its files.

Source of the grammar: git-config(1), "Syntax" and "Includes".
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from flytec.records import dataclass
from flytec.tree.wildmatch import compile_glob

_SECTION = re.compile(r'\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]')
_VARIABLE = re.compile(r"([A-Za-z][\w-]*)\s*(=?)\s*")
_ESCAPES = {"n": "\n", "t": "\t", "b": "\b", '"': '"', "\\": "\\"}
_TRUE = frozenset({"", "true", "yes", "on", "1"})
_DEEPEST_INCLUDE = 10


@dataclass(frozen=True, slots=True)
class GitSurroundings:
    """Where git looks beside the repository: the user's home, the folder of the user's settings, the files to read."""

    home: str
    settings: str
    files: tuple[str, ...]

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "GitSurroundings":
        """What the environment variables of a process say."""
        home = environ.get("HOME") or environ.get("USERPROFILE", "")
        settings = environ.get("XDG_CONFIG_HOME") or (os.path.join(home, ".config") if home else "")
        own = [os.path.join(settings, "git", "config")] if settings else []
        own += [os.path.join(home, ".gitconfig")] if home else []
        if "GIT_CONFIG_GLOBAL" in environ:
            own = [environ["GIT_CONFIG_GLOBAL"]]
        system = [] if environ.get("GIT_CONFIG_NOSYSTEM", "0") not in ("", "0") else ["/etc/gitconfig"]
        if "GIT_CONFIG_SYSTEM" in environ:
            system = [environ["GIT_CONFIG_SYSTEM"]]
        return cls(home, settings, (*system, *own))


NOWHERE = GitSurroundings("", "", ())
"""No user and no system: what the repository itself says counts alone."""


@dataclass(frozen=True, slots=True)
class GitConfig:
    """The values that decide what is ignored; the keys are `section.variable` and `section.subsection.variable`."""

    values: Mapping[str, str]

    def switch(self, key: str) -> bool:
        """A truth value, false where it is not set."""
        value = self.values.get(key)
        return value is not None and value.lower() in _TRUE


def read_config(git_folder: str, own_file: str, around: GitSurroundings) -> GitConfig:
    """The configuration of the repository with this `.git` folder, over that of the user and the system.

    Files that are missing or cannot be read count as empty.
    """
    values: dict[str, str] = {}
    for path in (*around.files, own_file):
        values.update(_read(path, git_folder, around.home, 0))
    return GitConfig(values)


def expanded(path: str, home: str) -> str:
    """A path of the configuration, with the user's home in the place of `~`."""
    return os.path.join(home, path[2:]) if path.startswith("~/") and home else path


def _read(path: str, git_folder: str, home: str, depth: int) -> Iterator[tuple[str, str]]:
    try:
        text = Path(path).read_text(encoding="utf-8", errors="surrogateescape")
    except (OSError, ValueError):
        return
    for section, subsection, variable, value in _variables(text):
        yield ".".join((section, *subsection, variable)), value
        included = section == "include" or (
            section == "includeif" and _holds(subsection, git_folder, home, os.path.dirname(path))
        )
        if variable == "path" and included and depth < _DEEPEST_INCLUDE:
            target = os.path.join(os.path.dirname(path), expanded(value, home))
            yield from _read(target, git_folder, home, depth + 1)


def _holds(condition: Iterable[str], git_folder: str, home: str, here: str) -> bool:
    """Whether an `includeIf` takes effect; conditions on anything but the repository's place never do."""
    kind, _, pattern = "".join(condition).partition(":")
    if kind not in ("gitdir", "gitdir/i"):
        return False
    if pattern.startswith("./"):
        pattern = os.path.join(here, pattern[2:])
    pattern = expanded(pattern, home)
    if not os.path.isabs(pattern):
        pattern = f"**/{pattern}"
    if pattern.endswith("/"):
        pattern += "**"
    glob = compile_glob(os.fsencode(pattern), components=True, fold_case=kind == "gitdir/i")
    places = {git_folder, os.path.realpath(git_folder)}
    return glob is not None and any(glob.fullmatch(os.fsencode(place)) for place in places)


def _variables(text: str) -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """Section, subsection if there is one, variable and value of each line; a malformed line is passed over."""
    section, subsection = "", tuple[str, ...]()
    lines = iter(text.split("\n"))
    for line in lines:
        rest = line.strip()
        if header := _SECTION.match(rest):
            section = header[1].lower()
            subsection = () if header[2] is None else (re.sub(r"\\(.)", r"\1", header[2]),)
            rest = rest[header.end() :].lstrip()
        if (found := _VARIABLE.match(rest)) and section:
            value = _value(rest[found.end() :], lines) if found[2] else ""
            yield section, subsection, found[1].lower(), value


def _value(text: str, lines: Iterator[str]) -> str:
    """A value with its quotes, escapes and comment taken off; a backslash at a line's end goes on with the next."""
    out: list[str] = []
    kept, quoted, at = 0, False, 0
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
            if at == len(text):
                text, at = text + next(lines, ""), at
                continue
            out.append(_ESCAPES.get(text[at], text[at]))
        elif char == '"':
            quoted = not quoted
        elif char in "#;" and not quoted:
            break
        else:
            out.append(char)
        if quoted or char == "\\" or not char.isspace():
            kept = len(out)
        at += 1
    return "".join(out[:kept])
