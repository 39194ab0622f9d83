"""Wheels for tests, made on the spot."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path


def write_wheel(
    folder: Path,
    name: str,
    version: str = "1.0",
    files: Mapping[str, str] = {},
    *,
    requires: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> Path:
    """A wheel with one empty module of its name, and `files`."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    rows = {
        f"{name}/__init__.py": f"version = {version!r}\n",
        **files,
        f"{info}/METADATA": metadata + "".join(f"Requires-Dist: {one}\n" for one in requires),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if scripts:
        rows[f"{info}/entry_points.txt"] = "[console_scripts]\n" + "\n".join(scripts) + "\n"
    rows[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in (*rows, f"{info}/RECORD"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for place, text in rows.items():
            entry = zipfile.ZipInfo(place)
            entry.external_attr = 0o100755 << 16  # as some wheels have it, of which installers make different things
            archive.writestr(entry, text)
    return path


def flytekit_wheel(folder: Path, version: str = "1.16.31") -> Path:
    """A wheel in flytekit's place, with the program that containers start and the names that a module imports."""
    text = "def task(function=None, **_):\n    return function or (lambda one: one)\n\n\nworkflow = task\n"
    files = {"flytekit/__init__.py": text + "class ImageSpec:\n    def __init__(self, *_, **__):\n        pass\n"}
    files["flytekit/bin/entrypoint.py"] = "def main():\n    print('started')\n"
    return write_wheel(folder, "flytekit", version, files, scripts=["pyflyte-execute = flytekit.bin.entrypoint:main"])
