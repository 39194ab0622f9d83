import errno
import json
import os
import resource
import stat
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from flytec.artifact import staging, write
from flytec.artifact.layout import Attachment
from flytec.artifact.ownership import sha256_of
from flytec.artifact.read import read_artifact
from flytec.artifact.write import Written, write_artifact
from flytec.diagnostics import CannotRunError, Location, Severity
from programs import INFO, data_of, launch_plan, program, task, tasks


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def put(folder: Path, *names: str, version: str = "v1") -> Written:
    return write_artifact(tasks(*names, version=version), folder, manifest=INFO)


def listing(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_folder_holds_the_files_and_nothing_else(out: Path) -> None:
    put(out, "a", "b")
    assert listing(out) == ["0_a_1.pb", "1_b_1.pb"]
    assert (out / "0_a_1.pb").read_bytes() == data_of(task("a").message)


def test_the_manifest_lies_beside_the_folder_and_nothing_else_does(out: Path) -> None:
    unit = launch_plan("pkg.plan", origin=Location("pkg/flow.py", 12))
    write_artifact(program(unit), out, manifest=INFO)
    assert listing(out.parent) == ["out", "out.manifest.json"]
    assert json.loads((out.parent / "out.manifest.json").read_text()) == {
        "version": 1,
        "compiler_version": "0.1.0",
        "flytekit_version": "1.16.31",
        "entries": [
            {
                "file_name": "0_pkg.plan_3.pb",
                "resource_type": "RESOURCE_TYPE_LAUNCH_PLAN",
                "id": {"name": "pkg.plan", "version": "v1"},
                "sha256": sha256(data_of(unit.message)).hexdigest(),
                "size_bytes": len(data_of(unit.message)),
                "origin": {"path": "pkg/flow.py", "line": 12},
            }
        ],
    }


def test_the_new_files_replace_the_old_ones_whole(out: Path) -> None:
    put(out, "a", "b", "c")
    assert not put(out, "d", version="v2").findings
    assert listing(out) == ["0_d_1.pb"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


def test_an_empty_program_empties_the_folder(out: Path) -> None:
    put(out, "a")
    put(out)
    assert listing(out) == []


def test_parents_are_made(tmp_path: Path) -> None:
    put(tmp_path / "x" / "y", "a")
    assert listing(tmp_path / "x") == ["y", "y.manifest.json"]


def test_foreign_files_stay_the_same_files(out: Path) -> None:
    put(out, "a")
    (out / "notes.txt").write_text("mine")
    (out / "link").symlink_to("nowhere")
    before = (out / "notes.txt").stat()
    written = put(out, "b")
    assert listing(out) == ["0_b_1.pb", "link", "notes.txt"]
    assert os.path.samestat(before, (out / "notes.txt").stat())
    assert (out / "link").readlink() == Path("nowhere")
    (finding,) = written.findings
    assert finding.severity is Severity.WARNING
    assert str(finding.code) == "FTC402 foreign-file"
    assert finding.message == (
        "link, notes.txt were not written by flytec and would make `flytectl register files` refuse out/*"
    )


def test_a_foreign_unit_and_a_foreign_source_archive_are_worth_a_warning(out: Path) -> None:
    out.mkdir()
    (out / "9_other_1.pb").write_bytes(b"x")
    (out / "fast123.tar.gz").write_bytes(b"x")
    assert {finding.message for finding in put(out, "a").findings} == {
        "9_other_1.pb was not written by flytec and would be registered along with the rest",
        "fast123.tar.gz was not written by flytec and would be uploaded as the source code",
    }


def test_many_foreign_files_are_counted(out: Path) -> None:
    out.mkdir()
    for index in range(8):
        (out / f"{index}.txt").touch()
    (finding,) = put(out, "a").findings
    assert finding.message.startswith("0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more were not written by flytec")


def test_a_foreign_file_in_the_way_stops_the_run(out: Path) -> None:
    out.mkdir()
    (out / "0_a_1.pb").write_bytes(b"somebody else's")
    with pytest.raises(CannotRunError) as caught:
        put(out, "a", "b")
    (finding,) = caught.value.findings
    assert finding.message == ("0_a_1.pb is in the way and is not known to be written by flytec; nothing was written")
    assert listing(out) == ["0_a_1.pb"]
    assert listing(out.parent) == ["out"]


def test_a_file_of_ours_that_somebody_changed_is_foreign(out: Path) -> None:
    put(out, "a", "b")
    (out / "0_a_1.pb").write_bytes(b"changed")
    with pytest.raises(CannotRunError, match="is in the way"):
        put(out, "a", version="v2")
    put(out, "z")
    assert listing(out) == ["0_a_1.pb", "0_z_1.pb"]


def test_a_file_that_is_already_what_we_would_write_is_ours(out: Path) -> None:
    put(out, "a")
    out.with_name("out.manifest.json").unlink()
    assert not put(out, "a").findings
    put(out, "b")
    assert listing(out) == ["0_b_1.pb"]


def test_a_foreign_file_under_the_manifests_name_stops_the_run(out: Path) -> None:
    path = out.with_name("out.manifest.json")
    path.write_text('{"name": "my app"}')
    with pytest.raises(CannotRunError) as caught:
        put(out, "a")
    (finding,) = caught.value.findings
    assert finding.message == (f"{path} is no manifest: it has no version; the manifest of out was expected there")
    assert path.read_text() == '{"name": "my app"}'
    assert not out.exists()


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_modes_do_not_hang_on_the_umask(out: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        put(out, "a")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (out, out / "0_a_1.pb", out.with_name("out.manifest.json"))]
    assert modes == [0o755, 0o644, 0o644]


def test_the_folders_own_mode_is_kept(out: Path) -> None:
    put(out, "a")
    out.chmod(0o2750)
    put(out, "b")
    assert stat.S_IMODE(out.stat().st_mode) == 0o2750


def test_a_symlinked_folder_stays_a_symlink(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    put(tmp_path / "out", "a")
    assert (tmp_path / "out").is_symlink()
    assert listing(tmp_path) == ["out", "real", "real.manifest.json"]
    assert listing(tmp_path / "real") == ["0_a_1.pb"]


def test_the_folder_trades_places_in_one_step(out: Path) -> None:
    put(out, "a")
    before = out.stat().st_ino
    put(out, "b")
    assert out.stat().st_ino != before


def test_a_working_folder_stays_the_folder_it_is(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(out, "a")
    (out / "src").mkdir()
    before = out.stat().st_ino
    monkeypatch.chdir(out / "src")
    put(out, "b")
    assert out.stat().st_ino == before
    assert listing(out) == ["0_b_1.pb", "src"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


def test_a_folder_named_by_a_dot_is_written_in_place(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out.mkdir()
    monkeypatch.chdir(out)
    for name in ("a", "b"):
        put(Path(), name)
    assert listing(out) == ["0_b_1.pb"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


def test_subfolders_are_left_alone(out: Path) -> None:
    (out / "deep" / "er").mkdir(parents=True)
    (out / "deep" / "er" / "file").write_text("mine")
    put(out, "a")
    put(out, "b")
    assert listing(out) == ["0_b_1.pb", "deep"]
    assert (out / "deep" / "er" / "file").read_text() == "mine"


def test_without_an_exchange_the_folder_is_moved_aside(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(out, "a")
    (out / "mine").touch()
    monkeypatch.setattr(write, "exchange", lambda *_: False)
    put(out, "b")
    assert listing(out) == ["0_b_1.pb", "mine"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_cannot_be_renamed_is_written_in_place(
    out: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def busy(one: Path, other: Path) -> bool:
        raise OSError(number, os.strerror(number), str(other))

    put(out, "a")
    before = out.stat().st_ino
    monkeypatch.setattr(write, "exchange", busy)
    put(out, "b")
    assert out.stat().st_ino == before
    assert listing(out) == ["0_b_1.pb"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


def test_a_foreign_file_that_cannot_be_linked_stays_where_it_is(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    put(out, "a")
    (out / "mine").touch()
    monkeypatch.setattr(os, "link", refuse)
    put(out, "b")
    assert listing(out) == ["0_b_1.pb", "mine"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


@pytest.mark.parametrize("in_place", [False, True])
def test_a_full_disk_leaves_the_old_folder(out: Path, monkeypatch: pytest.MonkeyPatch, in_place: bool) -> None:
    original = staging.write_file

    def fill(path: str | Path, data: bytes, **options: bool) -> None:
        original(path, data[:3], **options)
        if str(path).endswith("1_y_1.pb"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    put(out, "a")
    if in_place:
        (out / "sub").mkdir()
    before = listing(out), (out / "0_a_1.pb").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(staging, "write_file", fill)
        with pytest.raises(CannotRunError) as caught:
            put(out, "x", "y")
    (finding,) = caught.value.findings
    assert str(finding.code) == "FTC404 output-failed"
    assert finding.message == "cannot write the output: No space left on device"
    assert (listing(out), (out / "0_a_1.pb").read_bytes()) == before
    assert listing(out.parent) == ["out", "out.manifest.json"]
    put(out, "x", "y")


def test_no_room_for_an_archive_is_a_fault_of_the_output(out: Path, tmp_path: Path) -> None:
    archive = tmp_path / "fast.tar.gz"
    archive.write_bytes(b"x" * 100_000)
    attachment = Attachment(name=archive.name, path=archive, sha256=sha256_of(archive), size=100_000)
    put(out, "a")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(CannotRunError) as caught:
            write_artifact(tasks("a"), out, manifest=INFO, attachments=[attachment])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    (finding,) = caught.value.findings
    assert finding.message == "cannot write the output: File too large"
    assert finding.location == Location(str(out))
    assert listing(out) == ["0_a_1.pb"]


@pytest.mark.parametrize("in_place", [False, True])
def test_a_disk_that_is_full_at_the_manifest_leaves_the_old_folder(
    out: Path, monkeypatch: pytest.MonkeyPatch, in_place: bool
) -> None:
    original = staging.write_file

    def fill(path: str | Path, data: bytes, **options: bool) -> None:
        original(path, data[:3], **options)
        if str(path).endswith(".draft"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    put(out, "a")
    if in_place:
        (out / "sub").mkdir()
    before = listing(out)
    monkeypatch.setattr(staging, "write_file", fill)
    with pytest.raises(CannotRunError, match="No space left on device"):
        put(out, "b")
    assert listing(out) == before
    assert listing(out.parent) == ["out", "out.manifest.json"]


def test_an_interrupt_leaves_the_old_folder(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object) -> None:
        raise KeyboardInterrupt

    put(out, "a")
    monkeypatch.setattr(staging, "write_manifest", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(out, "b")
    assert listing(out) == ["0_a_1.pb"]
    assert listing(out.parent) == ["out", "out.manifest.json"]


def test_a_file_in_the_folders_place_is_an_error(out: Path) -> None:
    out.write_text("mine")
    with pytest.raises(CannotRunError, match="out is a file; a folder was expected"):
        put(out, "a")
    assert out.read_text() == "mine"


def test_the_root_folder_is_refused() -> None:
    with pytest.raises(CannotRunError, match="/ is the root of the file system; a folder within it was expected"):
        put(Path("/"), "a")


def test_somebody_elses_folder_under_the_staging_name_is_left_alone(out: Path) -> None:
    theirs = out.with_name(".out.flytec-staging")
    theirs.mkdir()
    (theirs / "file").write_text("mine")
    with pytest.raises(CannotRunError, match=r"\.out\.flytec-staging is in the way"):
        put(out, "a")
    assert (theirs / "file").read_text() == "mine"


def test_what_appears_in_the_old_folder_during_the_run_is_kept(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = write.exchange

    def late(one: Path, other: Path) -> bool:
        (other / "late.txt").write_text("just in time")
        return original(one, other)

    put(out, "a")
    monkeypatch.setattr(write, "exchange", late)
    put(out, "b")
    assert listing(out) == ["0_b_1.pb", "late.txt"]


def test_a_manifest_that_cannot_be_written_beside_a_working_folder_is_worth_a_warning(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(write, "must_stay", lambda _: True)
    monkeypatch.setattr(staging, "write_manifest", refuse)
    (finding,) = put(out, "a").findings
    assert finding.message == (
        f"cannot write {out}.manifest.json: Permission denied; the next run will not know these files"
    )
    assert listing(out) == ["0_a_1.pb"]


def test_runs_at_the_same_time_do_not_mix(out: Path) -> None:
    programs = [[f"p{run}_{index}" for index in range(20)] for run in range(4)]

    def repeat(names: list[str]) -> None:
        for _ in range(5):
            put(out, *names)

    threads = [threading.Thread(target=repeat, args=(names,)) for names in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [unit.id.name for unit in read_artifact(out)] in programs
    assert len(listing(out)) == 20
    assert listing(out.parent) == ["out", "out.manifest.json"]
