"""Walks a source tree by rules: the files and links that are taken, in order, and what was left out by which rule."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import Enum

from flytec.codes import FILE_LEFT_OUT, INVALID_FILE_NAME, INVALID_LINK, UNREADABLE_SOURCE, Code
from flytec.diagnostics import (
    CannotRunError,
    Diagnostic,
    DiagnosticSet,
    FlytecError,
    Location,
    Severity,
    UserError,
)
from flytec.records import dataclass
from flytec.tree.links import LinkFault, Target, resolve_link
from flytec.tree.rules import Folder, Rule, RuleSet

_SPECIAL = (
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class EntryKind(Enum):
    """What is taken: a file, a link to a file, a link to a folder."""

    FILE = "file"
    LINK = "link"
    FOLDER_LINK = "link to a folder"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file or link of a tree.

    `path` counts from the root, in POSIX form. `place` is where its bytes are, for a link to a file those of what it
    leads to. `target` is what a link says. `executable` tells whether the owner may run it.
    """

    path: str
    place: str
    kind: EntryKind = EntryKind.FILE
    size: int = 0
    executable: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not taken, and why; a folder, with all that is in it, has a slash at its end."""

    path: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Listing:
    """What is taken of the tree at `root`, by path; what is not; and what is to be said about it."""

    root: str
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    findings: DiagnosticSet

    @property
    def size(self) -> int:
        """How many bytes the files have."""
        return sum(entry.size for entry in self.entries if entry.kind is EntryKind.FILE)


def listing_error(findings: Iterable[Diagnostic]) -> FlytecError:
    """The error of a listing with errors: where something cannot be read, it is the machine that stands in the way."""
    rows = tuple(findings)
    return (CannotRunError if any(row.code is UNREADABLE_SOURCE for row in rows) else UserError)(*rows)


def list_tree(root: str | os.PathLike[str], rules: Iterable[RuleSet], *, follow_links: bool = False) -> Listing:
    """The files of the tree at `root`, without those that a rule set leaves out; `rule_sets` has the default ones.

    A link within the tree is taken as it is, or, with `follow_links`, what it leads to in its place. Errors are among
    the findings, each once: FTC500 for links that lead out of the tree or in circles, FTC501 for what cannot be read,
    FTC502 for names that are not UTF-8. Warnings are FTC503: what no archive can hold is left out.

    Raises:
        CannotRunError: FTC508 for rules that cannot be read; `OSError` where `root` is no folder that can be listed.
    """
    top = os.path.realpath(root)
    os.scandir(top).close()
    walk = _Walk(top, follow_links=follow_links)
    folders: list[Folder] = []
    for rule_set in rules:
        at_root = rule_set.at(top)
        if isinstance(at_root, Rule):
            walk.left_out.append(LeftOut("./", at_root))
            break
        folders.append(at_root)
    else:
        walk.folder(top, "", folders, (top,))
    walk.warn_of_links_that_lead_nowhere()
    return Listing(
        root=top,
        entries=tuple(sorted(walk.entries, key=lambda entry: entry.path)),
        left_out=tuple(sorted(walk.left_out, key=lambda row: row.path)),
        findings=DiagnosticSet(walk.findings),
    )


@dataclass(slots=True)
class _Walk:
    """A walk in progress; the folders on the way down are real paths, by which circles are found."""

    top: str
    follow_links: bool
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def folder(self, place: str, prefix: str, rules: Sequence[Folder], above: tuple[str, ...]) -> None:
        """Takes what is in the folder at `place`; the paths of its entries begin with `prefix`."""
        try:
            found = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as error:
            self._report(UNREADABLE_SOURCE, prefix, f"the folder cannot be read: {error.strerror}", _READABLE)
            return
        for entry in found:
            path = f"{prefix}{entry.name}"
            try:
                self._entry(entry, path, rules, above)
            except OSError as error:
                self._report(UNREADABLE_SOURCE, path, f"it cannot be read: {error.strerror}", _READABLE)

    def _entry(self, entry: os.DirEntry[str], path: str, rules: Sequence[Folder], above: tuple[str, ...]) -> None:
        if entry.is_symlink():
            self._link(entry, path, rules, above)
        elif entry.is_dir(follow_symlinks=False):
            self._below(entry.path, entry.name, path, rules, (*above, entry.path))
        elif not self._is_left_out(path, entry.name, rules) and self._is_nameable(path):
            self._file(entry.path, path, entry.stat(follow_symlinks=False))

    def _below(self, place: str, name: str, path: str, rules: Sequence[Folder], above: tuple[str, ...]) -> None:
        inner: list[Folder] = []
        for rule_set in rules:
            folder = rule_set.folder(name)
            if isinstance(folder, Rule):
                self.left_out.append(LeftOut(f"{path}/", folder))
                return
            inner.append(folder)
        self.folder(place, f"{path}/", inner, above)

    def _file(self, place: str, path: str, status: os.stat_result) -> None:
        mode = status.st_mode
        if not stat.S_ISREG(mode):
            what = next((name for test, name in _SPECIAL if test(mode)), "neither a file nor a folder")
            self.left_out.append(LeftOut(path, Rule("always", pattern=what)))
            self._report(FILE_LEFT_OUT, path, f"it is {what} and left out", "", Severity.WARNING)
            return
        self.entries.append(Entry(path, place, EntryKind.FILE, status.st_size, bool(mode & stat.S_IXUSR)))

    def _link(self, entry: os.DirEntry[str], path: str, rules: Sequence[Folder], above: tuple[str, ...]) -> None:
        if self._is_left_out(path, entry.name, rules) or not self._is_nameable(path):
            return
        target = resolve_link(entry.path, self.top)
        if isinstance(target, LinkFault):
            self._faulty(target, path)
        elif self.follow_links:
            self._followed(entry.name, target, path, rules, above)
        elif self._is_nameable(target.text, path):
            kind = EntryKind.FOLDER_LINK if stat.S_ISDIR(target.status.st_mode) else EntryKind.LINK
            self.entries.append(Entry(path, target.place, kind, 0, executable=True, target=target.text))

    def _followed(self, name: str, target: Target, path: str, rules: Sequence[Folder], above: tuple[str, ...]) -> None:
        if not stat.S_ISDIR(target.status.st_mode):
            self._file(target.place, path, target.status)
        elif target.place in above:
            shown = "the root" if target.place == self.top else os.path.relpath(target.place, self.top)
            message = f"it is a link to {shown}, which holds it, so that its files never end"
            self._report(INVALID_LINK, path, message, "Delete the link, or ignore it.")
        else:
            self._below(target.place, name, path, rules, (*above, target.place))

    def _faulty(self, fault: LinkFault, path: str) -> None:
        if fault.is_error:
            self._report(INVALID_LINK, path, fault.message, fault.hint)
        else:
            self.left_out.append(LeftOut(path, Rule("always", pattern="a link that leads nowhere")))
            self._report(FILE_LEFT_OUT, path, fault.message, fault.hint, Severity.WARNING)

    def warn_of_links_that_lead_nowhere(self) -> None:
        """Warns of links that are taken to what is not."""
        links = [entry for entry in self.entries if entry.kind is not EntryKind.FILE]
        if not links:
            return
        taken = {entry.place for entry in self.entries if entry.kind is EntryKind.FILE}
        holders = (*taken, *(os.path.join(self.top, entry.path) for entry in links))
        folders = {parent for place in holders for parent in _parents(place, self.top)}
        for entry in links:
            if entry.place not in taken and entry.place not in folders:
                message = f"it is a link to {os.path.relpath(entry.place, self.top)}, which is left out"
                hint = "Ignore the link too, or take what it leads to."
                self._report(FILE_LEFT_OUT, entry.path, message, hint, Severity.WARNING)

    def _is_left_out(self, path: str, name: str, rules: Sequence[Folder]) -> bool:
        rule = next((rule for one in rules if (rule := one.file(name))), None)
        if rule is not None:
            self.left_out.append(LeftOut(path, rule))
        return rule is not None

    def _is_nameable(self, text: str, path: str = "") -> bool:
        try:
            text.encode()
        except UnicodeEncodeError:
            what = "its target" if path else "its name"
            message = f"{what} is not UTF-8, which archives and containers need"
            self._report(INVALID_FILE_NAME, path or text, message, "Rename it, or ignore it.")
            return False
        return True

    def _report(self, code: Code, path: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        shown = os.fsencode(path).decode(errors="backslashreplace")
        location = Location(shown.rstrip("/") or ".")
        self.findings.append(Diagnostic(code=code, message=message, hint=hint, severity=severity, location=location))


_READABLE = "Make it readable, or ignore it."


def _parents(place: str, top: str) -> Iterator[str]:
    while len(place) > len(top):
        place = os.path.dirname(place)
        yield place
