"""read(write(p)) == p, for Programs of any names, kinds and origins, as a folder, one file or an archive."""

import io
import tarfile
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flytec.artifact.read import read_artifact, scan_stream
from flytec.artifact.write import write_artifact
from flytec.diagnostics import Location
from flytec.ir.program import Program, Unit
from programs import INFO, launch_plan, task, workflow

NAMES = st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1, max_size=60)
ORIGINS = st.none() | st.builds(
    Location, st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(0, (1 << 32) - 1)
)
UNITS = st.one_of(*(st.builds(make, NAMES, st.text(max_size=5), ORIGINS) for make in (task, workflow, launch_plan)))
PROGRAMS = st.lists(UNITS, min_size=1, max_size=12).map(tuple).map(Program)


@given(PROGRAMS, PROGRAMS)
def test_what_was_written_last_is_read(first: Program, second: Program) -> None:
    with tempfile.TemporaryDirectory() as base:
        for program in (first, second):
            write_artifact(program, Path(base) / "out", manifest=INFO)
            assert read_artifact(Path(base) / "out") == program


@given(PROGRAMS)
def test_an_archive_of_the_folder_holds_the_same_units(program: Program) -> None:
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as base:
        write_artifact(program, Path(base) / "out", manifest=INFO)
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            archive.add(Path(base) / "out", arcname="")
    packed.seek(0)
    reading = scan_stream(packed)
    assert not reading.findings.errors
    assert reading.program == Program(tuple(Unit(kind=unit.kind, message=unit.message) for unit in program))
