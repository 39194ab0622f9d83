"""A placeholder changes no output silently: what is compiled without a library is what it is with it, or an error."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from differential import corpus
from differential.compare import Messages, differences, read_folder
from differential.corpus import Case
from differential.oracle import AS_FLYTEKIT, Job, Worker, fresh_folder
from property.planting import FORMS, LIBRARY, places, plant

PROGRAMS = max(400, settings.default.max_examples)
OURS = ("flytec.cli.main:cli", "flytec.app.serialize", "flytec.lower.program", "flytec.artifact.write")
WHERE = [
    (case, path)
    for case in corpus.cases()
    for package in case.job.packages
    if (path := case.job.root / f"{package}.py").is_file()
]


class Flytec:
    """The compiler, in a worker process that forks for each run."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.worker = Worker(OURS)

    def compiled(self, job: Job, *libraries: Path) -> Messages | None:
        """What it wrote with the modules in these folders installed, `None` where it ended with an error."""
        folder = fresh_folder(self.scratch)
        log = folder.with_suffix(".log")
        argv = ["compiler", *job.arguments(folder, *AS_FLYTEKIT)]
        request = {"argv": argv, "cwd": str(job.root), "env": {}, "path": [*map(str, libraries)], "log": str(log)}
        code = self.worker.ask(request, self.scratch)["code"]
        assert code in (0, 1, 3), log.read_text()
        return None if code else read_folder(folder)


@pytest.fixture(scope="module")
def flytec(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flytec]:
    compiler = Flytec(tmp_path_factory.mktemp("planted"))
    yield compiler
    compiler.worker.close()


@st.composite
def plantings(draw: st.DrawFn) -> tuple[Case, Path, int, str]:
    """A case, a module of it, which of its expressions is the library's, and how it is asked for."""
    case, path = draw(st.sampled_from(WHERE))
    return case, path, draw(st.integers(0, max(0, places(path.read_text()) - 1))), draw(st.sampled_from(FORMS))


@pytest.mark.hypothesis
@settings(max_examples=PROGRAMS, suppress_health_check=list(HealthCheck))
@given(plantings())
def test_a_planted_placeholder_changes_nothing_or_is_an_error(
    flytec: Flytec, planting: tuple[Case, Path, int, str]
) -> None:
    case, path, number, form = planting
    if not places(path.read_text()):
        return
    planted = plant(path.read_text(), number, form)
    root = fresh_folder(flytec.scratch)
    shutil.copytree(case.job.root, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (root / path.name).write_text(planted.module)
    job = Job(**{name: getattr(case.job, name) for name in Job.__slots__} | {"root": root})
    without = flytec.compiled(job)
    if without is None:
        return
    library = fresh_folder(flytec.scratch)
    (library / f"{LIBRARY}.py").write_text(planted.library)
    expected = flytec.compiled(job, library)
    # Without, a call of the library is taken to succeed.
    rows = differences(expected, without) if expected is not None else []
    assert not rows, "\n".join([*map(str, rows), planted.library, planted.module])
