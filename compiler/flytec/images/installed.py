"""What an installer left in a folder, made the same whichever installer it was and wherever it ran."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import shutil
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path

from flytec.images.recipe import PACKAGES_FOLDER, ImageFile

# What tells of the installer, of this machine or of the time, and what importing makes again.
_DROPPED = ("INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json")
_PYTHON_LINE = re.compile(rb"#!.*python[0-9.]*\s*\n")
_SHEBANG = "#!/usr/bin/env python3\n"
_SCRIPT = """\
import sys
from {module} import {first}

if __name__ == "__main__":
    sys.exit({function}())
"""


def make_uniform(folder: Path) -> None:
    """Writes scripts and records anew, and drops what differs from machine to machine. Raises `OSError`."""
    for cache in sorted(folder.rglob("__pycache__")):
        shutil.rmtree(cache)
    (folder / ".lock").unlink(missing_ok=True)
    scripts = folder / "bin"
    for path in sorted(scripts.iterdir()) if scripts.is_dir() else ():
        _lead_to_containers_python(path)
    for info in sorted(folder.glob("*.dist-info")):
        for name in _DROPPED:
            (info / name).unlink(missing_ok=True)
        _write_scripts(info, scripts)
        _write_record(info, folder)


def installed_files(folder: Path) -> list[ImageFile]:
    """The files of the folder, at their place in the image."""
    rows = []
    for path in sorted(folder.rglob("*")):
        place = f"{PACKAGES_FOLDER}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            rows.append(ImageFile(place, str(path), target=str(path.readlink())))
        elif path.is_file():
            is_program = path.stat().st_mode & 0o100
            rows.append(ImageFile(place, str(path), 0o755 if is_program else 0o644))
    return rows


def path_files(folder: Path) -> list[str]:
    """The `.pth` files, which count in site-packages only, and not where `PYTHONPATH` leads."""
    return [path.name for path in sorted(folder.glob("*.pth"))]


def _lead_to_containers_python(path: Path) -> None:
    data = path.read_bytes()
    match = _PYTHON_LINE.match(data)
    if match:
        path.write_bytes(_SHEBANG.encode() + data[match.end() :])


def _write_scripts(info: Path, scripts: Path) -> None:
    """The programs of a package's entry points: pip and uv write them with different texts."""
    try:
        text = (info / "entry_points.txt").read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    points = ConfigParser(delimiters=("=",), interpolation=None)
    points.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        points.read_string(text)
    except ConfigError:
        return  # the installer wrote no scripts of it either
    for section in ("console_scripts", "gui_scripts"):
        for name, value in points.items(section) if points.has_section(section) else ():
            module, _, function = value.partition("[")[0].strip().partition(":")
            if not function or "/" in name:
                continue
            script = scripts / name
            first = function.strip().partition(".")[0]
            body = _SCRIPT.format(module=module.strip(), first=first, function=function.strip())
            script.write_text(_SHEBANG + body, encoding="utf-8")
            script.chmod(0o755)


def _write_record(info: Path, folder: Path) -> None:
    """`RECORD` (the specification of installed projects) with the files that are there, by name."""
    record = info / "RECORD"
    try:
        names = [row[0] for row in csv.reader(record.read_text(encoding="utf-8").splitlines()) if row]
    except FileNotFoundError:
        return
    # pip names scripts from the place that it moves them away from.
    places = {name.removeprefix("../../") if name.startswith("../../bin/") else name for name in names}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for name in sorted(places):
        path = folder / name
        if path == record:
            writer.writerow((name, "", ""))
        elif path.is_file():
            data = path.read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            writer.writerow((name, f"sha256={digest}", len(data)))
    record.write_text(out.getvalue(), encoding="utf-8")
    record.chmod(0o644)  # uv keeps the wheel's mode, pip does not
