"""The same sources give the same bytes, whatever else differs: hash seed, folders, umask, clock, order of listing."""

import os
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from differential.corpus import EXAMPLES, HERE
from differential.oracle import AS_FLYTEKIT, FLYTEC, clean_environment

CASES = HERE / "cases"
PROJECTS = {
    "example": (EXAMPLES, "demand_forecast"),
    "constants": (CASES / "workflows", "constants"),
    "dataclasses": (CASES / "types", "dataclasses_plain"),
    "unions": (CASES / "types", "unions"),
    "ordering": (CASES / "nodes", "ordering"),
    "layout": (CASES / "layouts", "regular"),
    "contexts": (CASES / "dynamic", "plain"),
    "arrays": (CASES / "map_tasks", "overrides"),
}

# Runs in the compiler's process before anything else does.
OTHER_CLOCK = """
    import time
    SHIFT = 400 * 24 * 3600 + 12345
    now, now_ns, local, utc = time.time, time.time_ns, time.localtime, time.gmtime
    time.time = lambda: now() + SHIFT
    time.time_ns = lambda: now_ns() + SHIFT * 10**9
    time.localtime = lambda seconds=None: local(now() + SHIFT if seconds is None else seconds)
    time.gmtime = lambda seconds=None: utc(now() + SHIFT if seconds is None else seconds)
"""
OTHER_LISTING = """
    import os
    listdir, scandir = os.listdir, os.scandir

    class Backwards:
        def __init__(self, path="."):
            with scandir(path) as rows:
                self.rows = reversed(sorted(rows, key=lambda row: row.name))
        def __iter__(self):
            return self
        def __next__(self):
            return next(self.rows)
        def __enter__(self):
            return self
        def __exit__(self, *_):
            pass
        def close(self):
            pass

    os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
    os.scandir = Backwards
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What surrounds a run; the default is the plain one."""

    env: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    prelude: str = ""
    sources: str = "sources"
    output: str = "out"
    prepare: Callable[[Path], None] = lambda _: None


def touch_all(root: Path) -> None:
    """Gives every file another time."""
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 - number))


def restrict(root: Path) -> None:
    """Gives every file another mode."""
    for path in root.rglob("*.py"):
        path.chmod(0o700)


WORLDS = {
    "again": World(),
    "hash_seed_1": World(env={"PYTHONHASHSEED": "1"}),
    "hash_seed_2": World(env={"PYTHONHASHSEED": "20406"}),
    "random_hash_seed": World(env={"PYTHONHASHSEED": "random"}),
    "other_folders": World(sources="a/much deeper/place", output="else/where/results"),
    "closed_umask": World(umask=0o077),
    "open_umask": World(umask=0o000),
    "other_clock": World(prelude=OTHER_CLOCK),
    "other_time_zone": World(env={"TZ": "Pacific/Chatham"}),
    "other_language": World(env={"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}),
    "other_user": World(env={"USER": "somebody", "LOGNAME": "somebody", "COLUMNS": "20", "TERM": "dumb"}),
    "other_listing": World(prelude=OTHER_LISTING),
    "other_file_times": World(prepare=touch_all),
    "other_modes": World(prepare=restrict),
    "bytecode": World(env={"PYTHONDONTWRITEBYTECODE": ""}),
    "optimized": World(env={"PYTHONOPTIMIZE": "1"}),
}


def compile_in(world: World, place: Path, root: Path, package: str) -> dict[str, bytes]:
    """Compiles a copy of the project; gives every file that came out, also those beside the folder."""
    sources, output = place / world.sources, place / "outputs" / world.output
    shutil.copytree(root, sources, ignore=shutil.ignore_patterns("__pycache__"))
    world.prepare(sources)
    output.mkdir(parents=True)
    prelude = place / "prelude"
    prelude.mkdir()
    (prelude / "sitecustomize.py").write_text(textwrap.dedent(world.prelude))
    arguments = [
        "--pkgs",
        package,
        "serialize",
        *AS_FLYTEKIT,
        "--image",
        "ghcr.io/acme/flows:v1",
        "--image",
        "trainer=x/y:z",
    ]
    done = subprocess.run(
        [str(FLYTEC), *arguments, "--local-source-root", str(sources), "workflows", "-f", str(output)],
        cwd=place,
        env=clean_environment(place) | {"PYTHONPATH": str(prelude)} | world.env,
        umask=world.umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    around = output.parent
    return {str(path.relative_to(around)): path.read_bytes() for path in around.rglob("*") if path.is_file()}


@pytest.fixture(scope="module", params=PROJECTS)
def plain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    """A project's name, and what it gives in the plain world."""
    name: str = request.param
    return name, compile_in(World(), tmp_path_factory.mktemp(name), *PROJECTS[name])


@pytest.mark.parametrize("name", WORLDS)
def test_same_bytes_in_every_world(name: str, plain: tuple[str, dict[str, bytes]], tmp_path: Path) -> None:
    project, expected = plain
    found = compile_in(WORLDS[name], tmp_path, *PROJECTS[project])
    folder = Path(WORLDS[name].output).name
    assert {path.replace(folder, "out", 1): data for path, data in found.items()} == expected
