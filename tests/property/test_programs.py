"""flytec's messages equal flytekit's for whatever the grammar gives; a difference shrinks to its smallest program.

Many programs are compiled in one run, so they are drawn first. Where a run has a difference, they are drawn again from
the same seed, each is compiled by itself, and hypothesis shrinks what differs.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from differential.compare import Messages, differences, read_folder
from differential.oracle import AS_FLYTEKIT, Job, Worker, fresh_folder
from property.program_grammar import modules

PROGRAMS = max(500, settings.default.max_examples // 2)
PARTS = 4  # so that several processes share them
FIRST_SEED = 0 if settings.default.derandomize else random.randrange(2**32)
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


@dataclass(slots=True)
class Programs:
    """The programs that one seed gives."""

    seed: int
    count: int

    def each(self, check: Callable[[str], None]) -> None:
        """Draws them in the same order every time; what fails `check` shrinks."""

        @seed(self.seed)
        @settings(
            max_examples=self.count * 3 // 2,  # some come twice
            derandomize=False,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(modules())
        def run(source: str) -> None:
            check(source)

        run()

    def distinct(self) -> list[str]:
        found: dict[str, None] = {}
        self.each(lambda source: found.setdefault(source))
        assert len(found) >= self.count
        return list(found)[: self.count]


@pytest.mark.hypothesis
@pytest.mark.parametrize("part", range(PARTS))
def test_messages_equal_flytekits(part: int, both: Both) -> None:
    programs = Programs(FIRST_SEED + part, PROGRAMS // PARTS)
    sources = programs.distinct()
    batches = [sources[start : start + TOGETHER] for start in range(0, len(sources), TOGETHER)]
    found = {tuple(batch): both.problems(batch) for batch in batches}
    equal = {source for batch, problem in found.items() if not problem for source in batch}
    if len(equal) == len(sources):
        return

    def check(source: str) -> None:
        problem = "" if source in equal else both.problems([source])
        assert not problem, f"seed {programs.seed}: {problem}\n{source}"

    programs.each(check)
    together = [(problem, *batch) for batch, problem in found.items() if problem]
    pytest.fail("programs that differ together only:\n" + "\n".join(map("\n".join, together)))
