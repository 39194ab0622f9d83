"""File names and bytes of an artifact: a Program in, one `FileImage` a unit out; touches no disk.

The names are those of flytekit's `persist_registrable_entities`: position, entity name, number of the resource type.
"""

import hashlib
import re
from collections.abc import Iterable
from math import ceil, log10
from pathlib import Path

from flytec.codes import UNSAFE_NAME
from flytec.diagnostics import Diagnostic, Severity, UserError
from flytec.ir.program import Program, Unit
from flytec.records import dataclass

MAX_NAME_BYTES = 255
"""What common file systems (ext4, xfs, btrfs, apfs, ntfs) hold as one path component."""

_SEPARATORS = {"/": "a slash", "\\": "a backslash", "\0": "a NUL character"}
_SEPARATOR = re.compile(f"[{re.escape(''.join(_SEPARATORS))}]")
_GLOB_CHARACTERS = "[*?"
_GLOB_PATTERN = re.compile(rf"[{re.escape(_GLOB_CHARACTERS)}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileImage:
    """One file as it is to be: its name within the folder, its bytes and their SHA-256 in hexadecimal digits."""

    name: str
    data: bytes
    sha256: str
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes along with the units: what it is to be called, where it is now, its SHA-256 and its size."""

    name: str
    path: Path
    sha256: str
    size: int


def lay_out(program: Program) -> tuple[FileImage, ...]:
    """The files of `program`, in registration order.

    Raises `UserError` FTC403 that names every entity whose name cannot be part of a file name.
    """
    width = position_width(len(program))
    names = [file_name(position, width, unit) for position, unit in enumerate(program)]
    faults = [_unsafe(unit, fault) for unit, name in zip(program, names, strict=True) if (fault := _fault(unit, name))]
    if faults:
        raise UserError(*faults)
    return tuple(_image(unit, name) for unit, name in zip(program, names, strict=True))


def position_width(count: int) -> int:
    """How many digits the position of a file has in a folder of `count` files."""
    return ceil(log10(count)) if count else 0


def file_name(position: int, width: int, unit: Unit) -> str:
    """The name of a unit's file: `07_pkg.module.name_1.pb`."""
    return f"{str(position).zfill(width)}_{unit.id.name}_{int(unit.kind)}.pb"


def pattern_warnings(images: Iterable[FileImage]) -> tuple[Diagnostic, ...]:
    """Warns of names that `flytectl register files` takes for patterns: it then may find no file of that name.

    Rule: flytectl expands each argument as a glob pattern, also where the shell has expanded it before.
    """
    return tuple(
        Diagnostic(
            code=UNSAFE_NAME,
            severity=Severity.WARNING,
            message=f"{image.unit.kind.label} {image.unit.id.name!r} has a character of {_GLOB_CHARACTERS!r} "
            "in its name, which `flytectl register files` takes for a pattern unless the files are in an archive",
            location=image.unit.origin,
            hint="Rename it, or register an archive.",
        )
        for image in images
        if _GLOB_PATTERN.search(image.name)
    )


def _image(unit: Unit, name: str) -> FileImage:
    data = unit.data
    return FileImage(name=name, data=data, sha256=hashlib.sha256(data).hexdigest(), unit=unit)


def _fault(unit: Unit, name: str) -> str:
    """Why `name` is not one safe path component; empty where it is."""
    if "__" in name and not unit.id.name:
        return "an empty name"
    if unsafe := _SEPARATOR.search(name):
        return f"{_SEPARATORS[unsafe[0]]} in its name"
    size = len(name) if name.isascii() else len(name.encode())
    return f"a file name of {size} bytes, where {MAX_NAME_BYTES} is the most" if size > MAX_NAME_BYTES else ""


def _unsafe(unit: Unit, fault: str) -> Diagnostic:
    return Diagnostic(
        code=UNSAFE_NAME,
        message=f"{unit.kind.label} {unit.id.name!r} has {fault}; a name that can be part of a file name was expected",
        location=unit.origin,
        hint="Rename it.",
    )
