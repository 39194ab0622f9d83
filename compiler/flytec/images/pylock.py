"""`pylock.toml`, the lock file of PEP 751, as a file of requirements for pip.

The hashes say which files are meant, so that it does not matter which index an installer has them from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from flytec.settings import toml

_NAME = re.compile(r"pylock(\.[^.]+)?\.toml")
_VERSION = re.compile(r"1\.\d+")
_PYPI = "https://pypi.org/simple"
_FILE = "file://"
# What a marker may ask for besides the machine and its Python, and what hangs on the installer's options.
_CHOICES = re.compile(r"\b(extras|dependency_groups)\b")

Table = Mapping[str, Any]


class UnusableLockError(ValueError):
    """A lock file that gives no requirements, with the reason in words."""


def is_pylock(name: str) -> bool:
    """Whether a file of this name is such a lock file: `pylock.toml` or `pylock.NAME.toml`."""
    return _NAME.fullmatch(name) is not None


def requirements_of(file: Path) -> str:
    """The lines for pip, which name each package with its version, hashes and conditions.

    Raises:
        UnusableLockError: it is malformed or of another version, or has what is on this machine alone or hangs on a
            choice of extras and groups; `OSError`.
    """
    try:
        document = toml.loads(file.read_text(encoding="utf-8"))
        if not _VERSION.fullmatch(str(document.get("lock-version", ""))):
            raise UnusableLockError(f"its lock-version is {document.get('lock-version')!r}, expected 1.0")
        packages = document["packages"]
        folder = file.absolute().parent
        lines = [*_places(packages, folder), *_requirements(packages, document.get("environments", ()), folder)]
    except (toml.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableLockError(f"it is malformed ({error})") from error
    except (LookupError, TypeError, AttributeError) as error:
        raise UnusableLockError(f"it is malformed ({type(error).__name__}: {error}), expected a lock file") from error
    return "".join(f"{line}\n" for line in lines)


def _places(packages: Iterable[Table], folder: Path) -> Iterator[str]:
    """Where packages lie that are not on PyPI: indexes, and folders of files."""
    places = {row["index"] for row in packages if "index" in row}
    for row in packages:
        urls = (_url(file, folder) for file in _files(row) if "index" not in row)
        places |= {url.rpartition("/")[0] for url in urls if url.startswith(_FILE)}
    for place in sorted(places):
        if place.startswith(_FILE):
            yield f"--find-links {place}"
        elif place.rstrip("/") != _PYPI:
            yield f"--extra-index-url {place}"


def _url(file: Table, folder: Path) -> str:
    """Where a file is; paths count from the folder of the lock file."""
    url: str = file["url"] if "url" in file else (folder / file["path"]).as_uri()
    return url


def _requirements(packages: Iterable[Table], environments: Iterable[str], folder: Path) -> Iterator[str]:
    where = " or ".join(f"({marker})" for marker in environments)
    for row in packages:
        if row.get("directory", {}).get("path") == ".":
            continue  # the project itself, which comes as sources
        marker = row.get("marker", "")
        if _CHOICES.search(marker):
            raise UnusableLockError(f"package {row['name']} hangs on {marker}, expected a lock without such choices")
        conditions = [f"({one})" for one in (marker, where) if one]
        hashes = " ".join(f"--hash={algorithm}:{value}" for algorithm, value in sorted(_hashes(row)))
        yield "".join(
            (
                _source(row, folder),
                f" ; {' and '.join(conditions)}" if conditions else "",
                f" {hashes}" if hashes else "",
            )
        )


def _source(row: Table, folder: Path) -> str:
    name = row["name"]
    if "wheels" in row or "sdist" in row:
        return f"{name}=={row['version']}"
    if "archive" in row:
        return f"{name} @ {_url(row['archive'], folder)}{_fragment(row['archive'])}"
    if "vcs" in row and "url" in row["vcs"]:
        vcs = row["vcs"]
        return f"{name} @ {vcs['type']}+{vcs['url']}@{vcs['commit-id']}{_fragment(vcs)}"
    raise UnusableLockError(f"package {name} is a folder of this machine, expected one that can be fetched")


def _fragment(row: Table) -> str:
    return f"#subdirectory={row['subdirectory']}" if "subdirectory" in row else ""


def _files(row: Table) -> list[Table]:
    return [*row.get("wheels", ()), *([row["sdist"]] if "sdist" in row else [])]


def _hashes(row: Table) -> set[tuple[str, str]]:
    files = [*_files(row), *([row["archive"]] if "archive" in row else [])]
    return {(algorithm, value) for file in files for algorithm, value in file.get("hashes", {}).items()}
