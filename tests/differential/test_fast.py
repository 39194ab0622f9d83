"""Tasks of a fast registration fetch the archive of the sources first, as flytekit's do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from differential.corpus import HERE
from differential.oracle import clean_environment

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
