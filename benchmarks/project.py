"""Generates workflow projects of any size: each file has tasks with caching, retries and resources, and a workflow.

A file gives five entities: three tasks, a workflow of nine nodes, and its default launch plan.
"""

import random
import textwrap
from pathlib import Path

FILES_IN_A_PACKAGE = 30
FILES_IN_A_FOLDER = 100
IGNORED = "*.log\n__pycache__/\nbuild/\n!keep.log\n/data/raw/**\n*.egg-info/\n.venv\n"

MODULE = textwrap.dedent('''\
    """Step {number} of the generated project."""

    from datetime import timedelta

    from flytekit import Cache, Resources, task, workflow


    @task(cache=Cache(version="{number}.0", serialize=True), requests=Resources(cpu="1", mem="500Mi"))
    def load_{number}(day: str, limit: int = 1000) -> list[float]:
        """Loads the numbers of a day.

        Args:
            day: the day
            limit: how many at most
        """
        return [float(limit)] * len(day)


    @task(retries=3, timeout=timedelta(minutes={minutes}), environment={{"STEP": "{number}"}})
    def clean_{number}(values: list[float], threshold: float) -> list[float]:
        """Drops what lies under the threshold."""
        return [value for value in values if value >= threshold]


    @task(requests=Resources(cpu="2", mem="1Gi"), limits=Resources(cpu="4", mem="2Gi"), interruptible=True)
    def total_{number}(values: list[float], weight: float = 1.0) -> float:
        """Adds up."""
        return sum(values) * weight


    @workflow
    def flow_{number}(day: str, threshold: float = {threshold}) -> tuple[float, float, float]:
        """Loads, cleans and adds up, three times.

        Args:
            day: the day
            threshold: what counts as a value
        """
        first = total_{number}(values=clean_{number}(values=load_{number}(day=day), threshold=threshold))
        loaded = load_{number}(day=day, limit={minutes})
        second = total_{number}(values=clean_{number}(values=loaded, threshold=0.5), weight=2.0)
        again = clean_{number}(values=loaded, threshold=threshold)
        third = total_{number}(values=again, weight=first)
        return first, second, total_{number}(values=[first, second, third])
''')


def generate(root: Path, files: int) -> str:
    """Writes a package of that many modules under `root` and gives its name."""
    package = root / "generated"
    for number in range(files):
        folder = package / f"part_{number // FILES_IN_A_PACKAGE:03}"
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / "__init__.py").touch()
        text = MODULE.format(number=number, minutes=number % 59 + 1, threshold=number / 100)
        (folder / f"step_{number:04}.py").write_text(text)
    (package / "__init__.py").touch()
    return package.name


def generate_tree(root: Path, files: int, size: int) -> None:
    """Writes a source tree of that many files of `size` bytes each, half text and half noise, with ignore rules."""
    root.mkdir(parents=True)
    (root / ".gitignore").write_text(IGNORED)
    (root / ".dockerignore").write_text("**/*.tmp\nnode_modules\n")
    noise = random.Random(files)
    for number in range(files):
        folder = root / f"part_{number // FILES_IN_A_FOLDER:03}"
        folder.mkdir(exist_ok=True)
        text = f"value_{number} = {number!r}  # one line of many\n".encode()
        data = (text * (size // len(text) + 1))[:size] if number % 2 else noise.randbytes(size)
        (folder / f"file_{number:05}.{'py' if number % 2 else 'bin'}").write_bytes(data)
