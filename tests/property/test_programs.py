"""flytec's messages equal flytekit's for whatever the grammar gives; a difference shrinks to its smallest program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from differential.compare import Messages, differences, read_folder
from differential.oracle import AS_FLYTEKIT, Job, Worker, fresh_folder
from property.program_grammar import modules

TOGETHER = 10  # modules in one run of each compiler
THEIRS = ("flytekit.clis.sdk_in_container.pyflyte:main",)
OURS = ("flytec.cli.main:cli", "flytec.app.serialize", "flytec.lower.program", "flytec.artifact.write")
# The folder of the sources, which dynamic tasks carry; see differential/known_differences.yaml.
ON_PURPOSE = "[source_root]"


class Both:
    """Both compilers, each in a worker process that forks for each run."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.theirs, self.ours = Worker(THEIRS), Worker(OURS)

    def problems(self, sources: list[str]) -> str:
        """What is wrong with the modules, each of `sources` one; empty where nothing is."""
        root = fresh_folder(self.scratch)
        for number, source in enumerate(sources):
            (root / f"module_{number}.py").write_text(source)
        job = Job(root=root, packages=tuple(f"module_{number}" for number in range(len(sources))))
        expected, said = self.messages(self.theirs, job)
        if said:
            return f"pyflyte fails:\n{said}"
        actual, said = self.messages(self.ours, job, *AS_FLYTEKIT)
        if said:
            return f"flytec fails:\n{said}"
        rows = [row for row in differences(expected, actual) if ON_PURPOSE not in row.field]
        return "\n".join(map(str, rows))

    def messages(self, worker: Worker, job: Job, *options: str) -> tuple[Messages, str]:
        """What a compiler wrote; or, where it failed, what it said."""
        folder = fresh_folder(self.scratch)
        log = folder.with_suffix(".log")
        argv = ["compiler", *job.arguments(folder, *options)]
        answer = worker.ask({"argv": argv, "cwd": str(job.root), "env": {}, "log": str(log)}, self.scratch)
        return ({}, log.read_text() or "nothing") if answer["code"] else (read_folder(folder), "")

    def close(self) -> None:
        self.theirs.close()
        self.ours.close()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    compilers = Both(tmp_path_factory.mktemp("programs"))
    yield compilers
    compilers.close()


@settings(
    max_examples=max(50, settings.default.max_examples // 20),
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
@given(sources=st.lists(modules(), min_size=TOGETHER, max_size=TOGETHER))
def test_messages_equal_flytekits(sources: list[str], both: Both) -> None:
    problem = both.problems(sources)
    assert not problem, "\n".join((problem, *dict.fromkeys(sources)))
