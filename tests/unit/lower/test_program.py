"""Units and findings of a program: what is emitted twice, what may not be, and where units come from."""

from flytec.authoring.eager import eager
from flytec.authoring.function_task import task
from flytec.authoring.launch_options import Options
from flytec.authoring.map_task import map_task
from flytec.authoring.recorder import Recorder, recording
from flytec.authoring.task import TaskMetadata
from flytec.lower.program import Lowered, lower_program
from flytec.settings import ImageConfig, SerializationSettings

SETTINGS = SerializationSettings(image_config=ImageConfig.from_images("ghcr.io/acme/flows:v1"))


def square(n: int) -> int:
    return n * n


async def later(n: int) -> int:
    return n


def lowered(recorder: Recorder) -> Lowered:
    return lower_program(recorder, SETTINGS, Options(), "1.16.31")


def names(program: Lowered) -> list[str]:
    return [unit.id.name.rpartition(".")[2] for unit in program.program]


def test_equal_units_are_all_kept() -> None:
    with recording(Recorder()) as recorder:
        t = task(square)
        map_task(t)
        map_task(t)
        found = lowered(recorder)
    assert names(found)[1:] == ["map_square_6b3bd0353da5de6e84d7982921ead2b3-arraynode"] * 2
    assert found.findings == ()


def test_a_unit_that_contradicts_another_one_is_a_finding_and_not_kept() -> None:
    with recording(Recorder()) as recorder:
        t = task(square)
        map_task(t)
        map_task(t, metadata=TaskMetadata(retries=1))
        found = lowered(recorder)
    assert len(names(found)) == 2
    (finding,) = found.findings
    assert (finding.code.slug, finding.location is not None) == ("duplicate-entity", True)


def test_all_that_an_eager_task_brings_along_comes_from_its_line() -> None:
    with recording(Recorder()) as recorder:
        eager(later)
        found = lowered(recorder)
    assert names(found) == ["later", "later-cleanup", "later", "later"]
    line = later.__code__.co_firstlineno
    assert {(unit.origin.path, unit.origin.line) for unit in found.program if unit.origin} == {(__file__, line)}


def test_two_declared_entities_of_one_identity_are_a_finding_even_if_they_are_equal() -> None:
    with recording(Recorder()) as recorder:
        task(square)
        task(square)
        found = lowered(recorder)
    assert names(found) == ["square"]
    (finding,) = found.findings
    assert finding.code.id == "FTC104"
    line = square.__code__.co_firstlineno
    name = found.program.units[0].id.name
    assert finding.message == f"task {name} is declared twice, also at test_program.py:{line}"
