"""What `flytectl register files` does to a folder or an archive before anything reaches the server.

Rules: it takes the matches of `FOLDER/*`, or all files that it can unpack of an archive, in the order of their bytes.
One file too many and it registers none. What a file holds it takes from the file's name, then from whatever parses.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import TypeAlias

from flytec.checks.finding import Finding
from flytec.codes import (
    IGNORED_FILE,
    MISREAD_FILE,
    STRAY_FILE,
    UNHYDRATABLE,
    UNPADDED_NAMES,
    UNREADABLE_FILE,
    UNREGISTRABLE_ARCHIVE,
    UNSAFE_NAME,
    Code,
)
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.codec import DecodeError, parse
from flytec.ir.program import EntityMessage, Kind, Unit
from flytec.records import dataclass


class EntryKind(Enum):
    """What an entry of a folder or archive is."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a folder or archive: its name from there on, and the unit in it, or why none can be read."""

    name: str
    kind: EntryKind = EntryKind.FILE
    unit: Unit | None = None
    fault: str = ""

    @property
    def base(self) -> str:
        """The last part of its name."""
        return self.name.rstrip("/").rpartition("/")[2]

    @property
    def is_source_archive(self) -> bool:
        """Whether flytectl takes it for the sources of a fast registration."""
        return self.base.startswith("fast") and self.base.endswith(".tar.gz")


Told: TypeAlias = tuple[Entry | None, Finding]
"""A finding and the entry that it is about, None where it is about the whole."""

_SUFFIX = re.compile(r"_([123])\.pb\Z")
_POSITION = re.compile(r"(\d+)_")
_GLOB_CHARACTERS = re.compile(r"[*?\[\\]")
_ARCHIVE_SUFFIXES = (".tar", ".tgz", ".tar.gz")
_TYPES: dict[Kind, type[EntityMessage]] = {
    Kind.TASK: pb.TaskSpec,
    Kind.WORKFLOW: pb.WorkflowSpec,
    Kind.LAUNCH_PLAN: pb.LaunchPlan,
}


def folder_findings(entries: Sequence[Entry]) -> list[Told]:
    """What becomes of a folder whose entries are given to flytectl as `FOLDER/*`; hidden ones are not among these."""
    shown = [entry for entry in entries if not entry.name.startswith(".")]
    return [told for rule in (*_EVERYWHERE, _folder_entries, _patterns) for told in rule(shown)]


def archive_findings(name: str, entries: Sequence[Entry]) -> list[Told]:
    """What becomes of an archive that is given to flytectl with `--archive`, its entries in their order."""
    rules = (*_EVERYWHERE, _parents, _links, _doubles)
    return [*_archive_name(name), *(told for rule in rules for told in rule(entries))]


def _stray_files(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        if entry.kind is not EntryKind.FILE or entry.name.endswith(".pb") or entry.is_source_archive:
            continue
        message = f"{entry.name} is no .pb file, with which flytectl registers none at all; expected .pb files only"
        yield entry, _finding(STRAY_FILE, message, "Move it elsewhere.", Severity.ERROR)


def _source_archives(entries: Sequence[Entry]) -> Iterator[Told]:
    sources = sorted((entry for entry in entries if entry.is_source_archive), key=_order)
    for entry in sources[:-1]:
        message = f"{entry.name} is passed over, since {sources[-1].name} sorts behind it; expected one source archive"
        yield entry, _finding(IGNORED_FILE, message, "Leave one of the two out.")
    if sources:
        message = f"{sources[-1].name} is a source archive, at which `flytectl compile` stops; it takes .pb files only"
        yield sources[-1], _finding(IGNORED_FILE, message, severity=Severity.NOTE)


def _unreadable(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        if entry.kind is EntryKind.FILE and entry.fault and entry.name.endswith(".pb"):
            apple = entry.base.startswith("._")
            hint = "Pack the archive with COPYFILE_DISABLE=1." if apple else "Compile it again."
            yield entry, _finding(UNREADABLE_FILE, entry.fault, hint, Severity.ERROR)


def _misread(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        unit = entry.unit
        if unit is None or not entry.name.endswith(".pb"):
            continue
        taken = _kind_taken(entry.name, unit)
        if taken is not unit.kind:
            says = "says so" if _SUFFIX.search(entry.name) else "does not say what it is"
            message = f"flytectl takes the {unit.kind.label} for a {taken.label}, since the file's name {says}"
            hint = f"Rename it to end in _{unit.kind.value}.pb."
            expected = f"; expected a name that ends in _{unit.kind.value}.pb"
            yield entry, _finding(MISREAD_FILE, f"{message}{expected}", hint, Severity.ERROR)


def _kind_taken(name: str, unit: Unit) -> Kind:
    """As what flytectl reads a unit: the type that the name says first, then the others, and the first that parses."""
    suffix = _SUFFIX.search(name)
    said = Kind(int(suffix[1])) if suffix else Kind.TASK
    if said is unit.kind:
        return said
    data = unit.data
    for kind in sorted(Kind, key=lambda kind: (kind is not said, kind)):
        if kind is unit.kind:
            return kind
        try:
            parse(_TYPES[kind], data)
        except DecodeError:
            continue
        return kind
    return unit.kind


def _unpadded(entries: Sequence[Entry]) -> Iterator[Told]:
    """Numbers in front of names that sort by their bytes in another order than by their value."""
    last: Entry | None = None
    for entry in sorted((entry for entry in entries if entry.name.endswith(".pb")), key=_order):
        if _POSITION.match(entry.base) is None:
            continue
        if last is not None and _position(entry) < _position(last) and _folder(entry) == _folder(last):
            message = (
                f"{entry.name} is registered after {last.name}, by the bytes of their names; "
                "expected numbers of the same width"
            )
            yield entry, _finding(UNPADDED_NAMES, message, "Pad the numbers with zeros.")
            return
        last = entry


def _without_closure(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        message = entry.unit.message if entry.unit else None
        if isinstance(message, pb.LaunchPlan) and not message.HasField("closure"):
            text = "the launch plan has no closure, at which `flytectl compile` crashes; expected one, if empty"
            yield entry, Finding(code=UNHYDRATABLE, field="closure", message=text, severity=Severity.WARNING)


def _folder_entries(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        if entry.kind is EntryKind.FOLDER:
            message = f"{entry.name} is a folder, with which flytectl registers none at all; expected .pb files only"
            yield entry, _finding(STRAY_FILE, message, "Move it elsewhere, or register an archive.", Severity.ERROR)


def _patterns(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        if entry.name.endswith(".pb") and _GLOB_CHARACTERS.search(entry.name):
            message = f"flytectl takes the name {entry.name} for a pattern; expected one without *, ?, [ and \\"
            yield entry, _finding(UNSAFE_NAME, message, "Rename it, or register an archive.")


def _archive_name(name: str) -> Iterator[Told]:
    if not name.endswith(_ARCHIVE_SUFFIXES):
        message = f"flytectl refuses an archive of the name {name}, expected one in .tar, .tgz or .tar.gz"
        yield None, _finding(UNREGISTRABLE_ARCHIVE, message, "Rename it.", Severity.ERROR)


def _parents(entries: Sequence[Entry]) -> Iterator[Told]:
    made = {"", "."}
    for entry in entries:
        folder = _folder(entry)
        if entry.kind is EntryKind.FOLDER:
            made.add(_plain(entry.name))
            made.update(_above(_plain(entry.name)))
        elif entry.kind is EntryKind.FILE and folder not in made:
            message = f"{entry.name} has no entry for its folder before it, so that flytectl cannot unpack the archive"
            hint = "Put all files at the top, or pack the folder itself."
            yield entry, _finding(UNREGISTRABLE_ARCHIVE, f"{message}; expected one", hint, Severity.ERROR)
            made.add(folder)


def _links(entries: Sequence[Entry]) -> Iterator[Told]:
    for entry in entries:
        if entry.kind is EntryKind.LINK:
            message = f"{entry.name} is a link, which flytectl passes over; expected a file"
            yield entry, _finding(IGNORED_FILE, message, "Pack what it leads to.")


def _doubles(entries: Sequence[Entry]) -> Iterator[Told]:
    seen: set[str] = set()
    for entry in entries:
        name = _plain(entry.name)
        if entry.kind is EntryKind.FILE and name in seen:
            message = f"{entry.name} is twice in the archive, of which flytectl keeps neither whole; expected it once"
            yield entry, _finding(UNREGISTRABLE_ARCHIVE, message, "Pack it once.", Severity.ERROR)
        seen.add(name)


_EVERYWHERE: tuple[Callable[[Sequence[Entry]], Iterator[Told]], ...] = (
    _stray_files,
    _source_archives,
    _unreadable,
    _misread,
    _unpadded,
    _without_closure,
)


def _order(entry: Entry) -> bytes:
    return entry.name.encode(errors="surrogateescape")


def _position(entry: Entry) -> int:
    found = _POSITION.match(entry.base)
    return int(found[1]) if found else -1


def _folder(entry: Entry) -> str:
    return _plain(entry.name).rpartition("/")[0]


def _plain(name: str) -> str:
    return "/".join(part for part in name.split("/") if part not in ("", "."))


def _above(folder: str) -> Iterator[str]:
    while folder:
        folder = folder.rpartition("/")[0]
        yield folder


def _finding(code: Code, message: str, hint: str = "", severity: Severity = Severity.WARNING) -> Finding:
    return Finding(code=code, field="", message=message, hint=hint, severity=severity)
