import gzip
import io
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from flytec.artifact import archive
from flytec.artifact.read import read_artifact, scan, scan_stream
from flytec.artifact.write import write_artifact
from flytec.diagnostics import CannotRunError, Location
from flytec.ir.program import Kind, Program
from programs import INFO, data_of, launch_plan, program, task, tasks, workflow

THREE = program(
    task("pkg.t", origin=Location("pkg/a.py", 3)),
    workflow("pkg.w", origin=Location("pkg/a.py", 9)),
    launch_plan("pkg.w", origin=Location("pkg/a.py", 9)),
)

NO_MESSAGE = "the bytes are no flyteidl message; a TaskSpec, WorkflowSpec or LaunchPlan was expected"


def without_origins(of: Program) -> Program:
    return Program(tuple(type(unit)(kind=unit.kind, message=unit.message) for unit in of))


def tar(path: Path, members: Mapping[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as made:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))
    return path


def messages(path: Path) -> list[str]:
    return [finding.message for finding in scan(path).findings]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_artifact(THREE, tmp_path / "out", manifest=INFO)
    assert read_artifact(tmp_path / "out") == THREE


def test_one_file_of_a_folder_has_its_origin_too(tmp_path: Path) -> None:
    write_artifact(THREE, tmp_path / "out", manifest=INFO)
    assert read_artifact(tmp_path / "out" / "1_pkg.w_2.pb") == Program(THREE.units[1:2])


def test_without_a_manifest_there_are_no_origins(tmp_path: Path) -> None:
    write_artifact(THREE, tmp_path / "out", manifest=INFO)
    (tmp_path / "out.manifest.json").unlink()
    assert read_artifact(tmp_path / "out") == without_origins(THREE)


def test_a_changed_file_has_no_origin(tmp_path: Path) -> None:
    write_artifact(THREE, tmp_path / "out", manifest=INFO)
    (tmp_path / "out" / "0_pkg.t_1.pb").write_bytes(data_of(task("pkg.t", "v9").message))
    assert [unit.origin is None for unit in read_artifact(tmp_path / "out")] == [True, False, False]


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"version": "x"}', '{"entries": 3}', "null", "\xff"])
def test_a_broken_manifest_costs_the_origins_only(tmp_path: Path, text: str) -> None:
    write_artifact(THREE, tmp_path / "out", manifest=INFO)
    path = tmp_path / "out.manifest.json"
    path.write_bytes(text.encode("latin-1"))
    assert read_artifact(tmp_path / "out") == without_origins(THREE)
    (message,) = messages(tmp_path / "out")
    assert message.startswith(f"{path} is no manifest: ")
    assert message.endswith("; where the entities are declared is not shown")


def test_a_folder_whose_run_was_killed_is_worth_a_warning(tmp_path: Path) -> None:
    write_artifact(THREE, tmp_path / "out", manifest=INFO)
    (tmp_path / "out.manifest.json").rename(tmp_path / "out.manifest.json.next")
    assert read_artifact(tmp_path / "out") == THREE
    assert messages(tmp_path / "out") == [
        "a run of flytec into this folder has not ended; the files may be those of the run before"
    ]


@pytest.mark.parametrize(("suffix", "mode"), [(".tgz", "w:gz"), (".tar.gz", "w:gz"), (".tar", "w"), (".odd", "w:gz")])
def test_an_archive_is_read_as_the_folder_is(tmp_path: Path, suffix: str, mode: str) -> None:
    names = ["2_pkg.w_3.pb", "0_pkg.t_1.pb", "1_pkg.w_2.pb"]
    units = [THREE.units[2], THREE.units[0], THREE.units[1]]
    data = {name: data_of(unit.message) for name, unit in zip(names, units, strict=True)}
    path = tar(tmp_path / f"package{suffix}", data | {"fast0123.tar.gz": b"code"}, mode)
    reading = scan(path)
    assert not reading.findings
    assert reading.program == without_origins(THREE)
    assert [row.source for row in reading.rows] == [f"{path}!{name}" for name in sorted(names)]


def test_a_stream_is_a_message_or_an_archive(tmp_path: Path) -> None:
    message = data_of(workflow("w").message)
    packed = tar(tmp_path / "package.tgz", {"0_w_2.pb": message}).read_bytes()
    for data, source in ((message, "<stdin>"), (packed, "<stdin>!0_w_2.pb")):
        reading = scan_stream(io.BytesIO(data))
        assert [(row.unit.kind, row.source) for row in reading.rows] == [(Kind.WORKFLOW, source)]
        assert not reading.findings


@pytest.mark.parametrize("name", ["plan.bin", "plan.pb", "plan"])
def test_a_file_whose_name_says_nothing_is_what_it_holds(tmp_path: Path, name: str) -> None:
    for unit in THREE:
        (tmp_path / name).write_bytes(data_of(unit.message))
        assert read_artifact(tmp_path / name) == without_origins(program(unit))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("w_1.pb", "task"),
        ("w_3.pb", "launch plan"),
        ("w.tgz", "archive"),
        ("w.tar.gz", "archive"),
        ("w.tar", "archive"),
    ],
)
def test_a_wrong_suffix_is_an_error_beside_what_the_file_holds(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / name).write_bytes(data_of(workflow("w").message))
    reading = scan(tmp_path / name)
    assert reading.program == program(workflow("w"))
    (finding,) = reading.findings.errors
    expected = f"this is a workflow, and the file name says {says}; a name in _2.pb was expected"
    assert (finding.message, finding.hint) == (expected, "")


def test_an_archive_with_the_name_of_a_message_is_an_error(tmp_path: Path) -> None:
    tar(tmp_path / "w_2.pb", {"0_w_2.pb": data_of(workflow("w").message)})
    assert messages(tmp_path / "w_2.pb") == [
        "this is an archive, and the file name says message; a name in .tgz or .tar was expected"
    ]


def test_no_suffix_is_worth_a_warning(tmp_path: Path) -> None:
    (tmp_path / "w.pb").write_bytes(data_of(workflow("w").message))
    (finding,) = scan(tmp_path / "w.pb").findings
    expected = "this is a workflow, and the file name does not say so; flytectl takes it for a task"
    assert (finding.message, finding.hint) == (expected, "Rename it to end in _2.pb.")


@pytest.mark.parametrize(("suffix", "kind"), [("_1", Kind.TASK), ("_2", Kind.WORKFLOW), ("", Kind.TASK)])
def test_without_a_resource_type_the_suffix_decides(tmp_path: Path, suffix: str, kind: Kind) -> None:
    unit = workflow("w")
    unit.id.resource_type = 0  # type: ignore[assignment]
    (tmp_path / f"w{suffix}.pb").write_bytes(data_of(unit.message))
    assert [one.kind for one in read_artifact(tmp_path / f"w{suffix}.pb")] == [kind]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty; a task, workflow or launch plan was expected"),
        (b"\xff\xff", NO_MESSAGE),
        (data_of(task("t").message)[:-3], NO_MESSAGE),
        (b"\x1a\x00", "no identifier of a task, workflow or launch plan is in the message"),
    ],
)
def test_what_cannot_be_read_is_one_error(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "x_1.pb"
    path.write_bytes(data)
    with pytest.raises(CannotRunError) as caught:
        read_artifact(path)
    (finding,) = caught.value.findings
    assert (str(finding.code), finding.message) == ("FTC401 unreadable-file", message)
    assert finding.hint == ""


@pytest.mark.parametrize(
    "data", [b"\x1f\x8bgarbage", gzip.compress(b"no tar", mtime=0), gzip.compress(b"no tar", mtime=0)[:12]]
)
def test_an_archive_that_is_none_is_one_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.tgz").write_bytes(data)
    (message,) = messages(tmp_path / "x.tgz")
    assert message.startswith("the archive is damaged: ")


def test_a_missing_file_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    assert messages(tmp_path / "nothing") == ["no such file or directory"]
    assert messages(tmp_path) == ["no .pb file is in the folder"]


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big_1.pb").open("wb") as stream:
        stream.truncate(100_000_000)
    assert messages(tmp_path / "big_1.pb") == ["the file is larger than 64 MiB, the most that is read"]


def test_the_good_files_of_a_folder_are_read_beside_the_bad_ones(tmp_path: Path) -> None:
    write_artifact(tasks("a", "b"), tmp_path / "out", manifest=INFO)
    (tmp_path / "out" / "0_a_1.pb").write_bytes(b"")
    reading = scan(tmp_path / "out")
    assert [unit.id.name for unit in reading.program] == ["b"]
    (finding,) = reading.findings
    assert finding.location == Location(str(tmp_path / "out" / "0_a_1.pb"))


def test_files_that_flytectl_refuses_are_worth_a_warning(tmp_path: Path) -> None:
    write_artifact(tasks("a"), tmp_path / "out", manifest=INFO)
    (tmp_path / "out" / "README").touch()
    (tmp_path / "out" / "fast1.tar.gz").touch()
    assert messages(tmp_path / "out") == [
        "README is not .pb; `flytectl register files` refuses all files along with it"
    ]


def test_an_archive_without_units_is_an_error(tmp_path: Path) -> None:
    assert messages(tar(tmp_path / "a.tgz", {"x.txt": b"x"})) == ["no .pb file is in the archive"]


@pytest.mark.parametrize("name", ["../x_1.pb", "/etc/x_1.pb", "a/../../x_1.pb"])
def test_a_member_that_leads_out_of_the_archive_is_an_error(tmp_path: Path, name: str) -> None:
    path = tar(tmp_path / "a.tgz", {name: data_of(task("t").message), "y_1.pb": data_of(task("y").message)})
    reading = scan(path)
    assert [unit.id.name for unit in reading.program] == ["y"]
    assert [finding.message for finding in reading.findings.errors] == ["the name leads out of the archive"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.tgz"]


def test_links_in_an_archive_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as made:
        for name, kind in (("soft_1.pb", tarfile.SYMTYPE), ("hard_1.pb", tarfile.LNKTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            made.addfile(entry)
        entry = tarfile.TarInfo("t_1.pb")
        entry.size = len(data_of(task("t").message))
        made.addfile(entry, io.BytesIO(data_of(task("t").message)))
    reading = scan(path)
    assert [unit.id.name for unit in reading.program] == ["t"]
    assert [finding.message for finding in reading.findings] == [
        "hard_1.pb is a link, which flytectl passes over",
        "soft_1.pb is a link, which flytectl passes over",
    ]


def test_a_damaged_archive_is_read_up_to_the_damage(tmp_path: Path) -> None:
    path = tar(tmp_path / "a.tar", {"a_1.pb": data_of(task("a").message), "b_1.pb": bytes(5000)}, "w")
    path.write_bytes(path.read_bytes()[:3000])
    reading = scan(path)
    assert [unit.id.name for unit in reading.program] == ["a"]
    (finding,) = reading.findings
    assert finding.message.startswith("the archive is damaged: ")


def test_a_broken_header_is_no_end_of_the_archive(tmp_path: Path) -> None:
    path = tar(tmp_path / "a.tar", {"a_1.pb": data_of(task("a").message), "b_1.pb": data_of(task("b").message)}, "w")
    data = bytearray(path.read_bytes())
    data[1024 + 148] ^= 1  # the checksum in the second header
    path.write_bytes(data)
    reading = scan(path)
    assert [unit.id.name for unit in reading.program] == ["a"]
    assert [finding.message for finding in reading.findings] == ["the archive is damaged: one of its headers is broken"]


def test_an_archive_that_unpacks_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1 << 20)
    path = tar(tmp_path / "bomb.tgz", {"zeros": bytes(4 << 20), "t_1.pb": data_of(task("t").message)})
    assert "the archive holds more than 0 GiB" in messages(path)


def test_an_archive_of_endless_members_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    path = tar(tmp_path / "many.tgz", {f"{index}.txt": b"" for index in range(5)})
    assert messages(path)[0] == "the archive holds more than 3 entries"


def test_a_header_that_claims_a_huge_size_is_given_up(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("name")
    entry.type, entry.size = tarfile.XHDTYPE, 8 << 30
    path = tmp_path / "a.tgz"
    path.write_bytes(gzip.compress(entry.tobuf(tarfile.GNU_FORMAT) + bytes(1024)))
    assert messages(path) == ["the archive is damaged: one of its headers is too large"]


def test_a_large_member_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILE_BYTES", 1 << 20)
    path = tar(tmp_path / "a.tgz", {"x_1.pb": bytes(2 << 20)})
    assert messages(path) == ["the file is larger than 1 MiB, the most that is read"]
