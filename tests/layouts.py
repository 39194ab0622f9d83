"""Projects of a few files, written where a test wants them."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent


def lay_out(folder: Path, files: Mapping[str, str]) -> Path:
    """Writes files by their relative paths, a path with a slash at its end as an empty folder; gives the folder."""
    for name, text in files.items():
        path = folder / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text))
    return folder
