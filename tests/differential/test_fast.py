"""Tasks of a fast registration fetch the archive of the sources first, as flytekit's do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from differential import corpus
from differential.compare import Messages, differences, read_folder
from differential.corpus import HERE
from differential.oracle import AS_FLYTEKIT, FLYTEC, Job, clean_environment, fresh_folder

PROGRAM = HERE / "fast_program.py"
CASES = [
    ("pods", "kinds", ()),
    ("pods", "templates", ("s3://bucket/sources.tar.gz", "/root")),
    ("image_specs", "kinds", ()),
    ("task_kinds", "shells", ("s3://bucket/sources.tar.gz", "/root")),
]


def made_by(frontend: str, topic: str, package: str, places: tuple[str, ...], home: Path) -> list[dict[str, object]]:
    """The messages that a front end makes, in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), frontend, str(HERE / "cases" / topic), package, *places],
        env=clean_environment(home) | {"PYTHONPATH": str(HERE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    messages: list[dict[str, object]] = json.loads(done.stdout)
    return messages


@pytest.mark.parametrize(("topic", "package", "places"), CASES)
def test_stand_in_equals_flytekit(topic: str, package: str, places: tuple[str, ...], tmp_path: Path) -> None:
    expected = made_by("flytekit", topic, package, places, tmp_path)
    assert "pyflyte-fast-execute" in json.dumps(expected)
    assert made_by("stand-in", topic, package, places, tmp_path) == expected


def serialized_fast(command: Path, job: Job, options: tuple[str, ...], scratch: Path) -> tuple[str, Messages]:
    """What `serialize fast workflows` of a command writes: the archive's name, and the messages."""
    folder = fresh_folder(scratch)
    arguments = job.arguments(folder, *options)
    arguments.insert(arguments.index("workflows"), "fast")
    done = subprocess.run(
        [str(command), *arguments],
        cwd=job.root,
        env=clean_environment(scratch),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (archive,) = folder.glob("fast*.tar.gz")
    archive.unlink()
    return archive.name, read_folder(folder)


@pytest.mark.parametrize("name", ["examples/demand_forecast", "map_tasks/below", "dynamic/plain", "environments/plain"])
def test_serialize_fast_equals_pyflytes(name: str, tmp_path: Path) -> None:
    (job,) = [case.job for case in (*corpus.cases(), corpus.example()) if case.name == name]
    archive, messages = serialized_fast(FLYTEC.with_name("pyflyte"), job, (), tmp_path)
    own_archive, own_messages = serialized_fast(FLYTEC, job, AS_FLYTEKIT, tmp_path)
    assert own_archive == archive
    assert messages
    known = corpus.known_differences()
    rows = differences(messages, own_messages)
    assert [row for row in rows if not any(one.covers(name, row) for one in known)] == []
