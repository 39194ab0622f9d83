"""A small root file system that this machine's Python runs in: what a base image with Python holds."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from base_images import Layout

_LEFT_OUT = shutil.ignore_patterns(
    "test",
    "tests",
    "idlelib",
    "tkinter",
    "turtledemo",
    "lib2to3",
    "ensurepip",
    "config-*",
    "__pycache__",
    "site-packages",
)
_LIBRARIES = Path("/lib/x86_64-linux-gnu")


def python_layout(folder: Path, wheels: Path) -> Path:
    """A layout with an image `base`: Python with pip in /usr/local, a shell, and `wheels` in /wheels."""
    tree = folder / "tree"
    python = Path(sys.executable).resolve()
    library = Path(os.__file__).parent
    _copy(python, tree, Path("/usr/local/bin", library.name))
    (tree / "usr/local/bin/python3").symlink_to(library.name)
    place = tree / "usr/local/lib" / library.name
    shutil.copytree(library, place, ignore=_LEFT_OUT, symlinks=True)
    import pip

    for installed in ("site-packages", "dist-packages"):  # where Python looks, and where Debian's does
        shutil.copytree(Path(pip.__file__).parent, place / installed / "pip", ignore=_LEFT_OUT)
    programs = [Path("/bin/sh"), Path("/usr/bin/env")]
    for program in programs:
        _copy(program.resolve(), tree, program)
    for file in [python, *programs, *library.glob("lib-dynload/*.so")]:
        _copy_libraries(file, tree)
    for name in ("root", "tmp", "etc", "proc", "sys", "dev"):
        (tree / name).mkdir(exist_ok=True)
    (tree / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n")
    (tree / "etc/group").write_text("root:x:0:\n")
    shutil.copytree(wheels, tree / "wheels")
    return _layout(folder, tree)


def _layout(folder: Path, tree: Path) -> Path:
    archive = folder / "rootfs.tar"
    with tarfile.open(archive, "w") as tar:
        tar.add(tree, arcname=".", filter=_of_root)
    layout = Layout(folder / "base")
    layout.name(base=layout.image_of(archive.read_bytes(), {"Env": ["PATH=/usr/local/bin:/usr/bin:/bin"]}))
    shutil.rmtree(tree)
    archive.unlink()
    return layout.folder


def _of_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = 0
    return entry


def _copy(source: Path, tree: Path, place: Path) -> None:
    target = tree / place.relative_to("/")
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _copy_libraries(program: Path, tree: Path) -> None:
    done = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
    for text in re.findall(r"(/\S+) \(0x", done.stdout):
        path = Path(text)
        is_loader = path.name.startswith("ld-linux")  # programs name it in full
        _copy(path.resolve(), tree, path if is_loader else _LIBRARIES / path.name)
