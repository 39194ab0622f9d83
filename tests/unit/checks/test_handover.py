"""What flytectl does with folders and archives; each message in full."""

from collections.abc import Sequence

import pytest

from flytec.checks.handover import Entry, EntryKind, Told, archive_findings, folder_findings
from registrations import launch_plan, line, task, without, workflow

MOVE = "(Move it elsewhere.)"
COMPILE = "is a source archive, at which `flytectl compile` stops; it takes .pb files only"


def told(found: Sequence[Told]) -> list[str]:
    """Findings as lines that begin with the name of their entry."""
    return [f"{entry.name if entry else '-'}: {line(finding)}" for entry, finding in found]


def folder(*entries: Entry) -> list[str]:
    return told(folder_findings(entries))


def archive(*entries: Entry, name: str = "package.tgz") -> list[str]:
    return told(archive_findings(name, entries))


TASK = Entry(name="0_t_1.pb", unit=task())
WORKFLOW = Entry(name="1_w_2.pb", unit=workflow())
PLAN = Entry(name="2_l_3.pb", unit=launch_plan())


def test_what_flytec_writes_has_no_finding() -> None:
    assert folder(TASK, WORKFLOW, PLAN) == []
    assert archive(TASK, WORKFLOW, PLAN) == []


def test_stray_files() -> None:
    text = "is no .pb file, with which flytectl registers none at all; expected .pb files only"
    for name in ("manifest.json", "fast1.tgz", "slow.tar.gz", "t.PB"):
        assert folder(TASK, Entry(name=name)) == [f"{name}: FTC370 : {name} {text} {MOVE}"]
        assert archive(TASK, Entry(name=name)) == [f"{name}: FTC370 : {name} {text} {MOVE}"]
    assert folder(TASK, Entry(name=".DS_Store")) == []  # the shell does not name it
    assert archive(Entry(name=".DS_Store")) == [f".DS_Store: FTC370 : .DS_Store {text} {MOVE}"]


def test_folders() -> None:
    assert folder(TASK, Entry(name="more", kind=EntryKind.FOLDER)) == [
        "more: FTC370 : more is a folder, with which flytectl registers none at all; expected .pb files only "
        "(Move it elsewhere, or register an archive.)"
    ]
    assert archive(Entry(name="more/", kind=EntryKind.FOLDER), Entry(name="more/0_t_1.pb", unit=task())) == []


def test_source_archives() -> None:
    assert archive(TASK, Entry(name="fast1.tar.gz")) == [f"fast1.tar.gz: note FTC376 : fast1.tar.gz {COMPILE}"]
    assert archive(Entry(name="fast2.tar.gz"), Entry(name="fast1.tar.gz")) == [
        "fast1.tar.gz: warning FTC376 : fast1.tar.gz is passed over, since fast2.tar.gz sorts behind it; "
        "expected one source archive (Leave one of the two out.)",
        f"fast2.tar.gz: note FTC376 : fast2.tar.gz {COMPILE}",
    ]


def test_files_that_cannot_be_read() -> None:
    assert folder(Entry(name="0_t_1.pb", fault="the file is empty")) == [
        "0_t_1.pb: FTC401 : the file is empty (Compile it again.)"
    ]
    assert archive(Entry(name="._t.pb", fault="the bytes are no flyteidl message")) == [
        "._t.pb: FTC401 : the bytes are no flyteidl message (Pack the archive with COPYFILE_DISABLE=1.)"
    ]


def test_names_that_say_another_kind() -> None:
    assert folder(Entry(name="w.pb", unit=workflow(""))) == [
        "w.pb: FTC371 : flytectl takes the workflow for a task, since the file's name does not say what it is; "
        "expected a name that ends in _2.pb (Rename it to end in _2.pb.)"
    ]
    assert folder(Entry(name="0_t_3.pb", unit=task())) == [
        "0_t_3.pb: FTC371 : flytectl takes the task for a launch plan, since the file's name says so; "
        "expected a name that ends in _1.pb (Rename it to end in _1.pb.)"
    ]
    assert folder(Entry(name="t.pb", unit=task())) == []


def test_what_does_not_parse_as_what_the_name_says() -> None:
    """The name of a node is no message, which a task has in its place: flytectl goes on to the next type."""
    assert folder(Entry(name="w.pb", unit=workflow())) == []


def test_numbers_of_other_widths() -> None:
    names = ["1_a_1.pb", "2_b_1.pb", "10_c_1.pb"]
    assert folder(*(Entry(name=name, unit=task()) for name in names)) == [
        "1_a_1.pb: warning FTC372 : 1_a_1.pb is registered after 10_c_1.pb, by the bytes of their names; "
        "expected numbers of the same width (Pad the numbers with zeros.)"
    ]
    assert folder(*(Entry(name=name, unit=task()) for name in ("01_a_1.pb", "02_b_1.pb", "10_c_1.pb", "x_1.pb"))) == []
    assert archive(
        *(Entry(name=name, kind=EntryKind.FOLDER) for name in ("a", "b")),
        *(Entry(name=name, unit=task()) for name in ("a/5_a_1.pb", "b/1_a_1.pb")),
    ) == []  # fmt: skip


def test_names_that_are_patterns() -> None:
    assert folder(Entry(name="0_t[int]_1.pb", unit=task())) == [
        "0_t[int]_1.pb: warning FTC403 : flytectl takes the name 0_t[int]_1.pb for a pattern; "
        "expected one without *, ?, [ and \\ (Rename it, or register an archive.)"
    ]
    assert archive(Entry(name="0_t[int]_1.pb", unit=task())) == []


def test_launch_plans_without_closure() -> None:
    assert folder(Entry(name="2_l_3.pb", unit=without(launch_plan(), "closure"))) == [
        "2_l_3.pb: warning FTC374 closure: the launch plan has no closure, at which `flytectl compile` crashes; "
        "expected one, if empty"
    ]


@pytest.mark.parametrize("name", ["package.zip", "package", "package.tar.bz2"])
def test_names_of_archives(name: str) -> None:
    assert archive(TASK, name=name) == [
        f"-: FTC377 : flytectl refuses an archive of the name {name}, expected one in .tar, .tgz or .tar.gz "
        "(Rename it.)"
    ]


@pytest.mark.parametrize("name", ["package.tar", "package.tar.gz"])
def test_names_that_archives_have(name: str) -> None:
    assert archive(TASK, name=name) == []


def test_files_before_their_folder() -> None:
    deep = Entry(name="a/b/0_t_1.pb", unit=task())
    text = (
        "a/b/0_t_1.pb: FTC377 : a/b/0_t_1.pb has no entry for its folder before it, so that flytectl cannot unpack the "
        "archive; expected one (Put all files at the top, or pack the folder itself.)"
    )
    assert archive(deep) == [text]
    assert archive(deep, Entry(name="a/b/", kind=EntryKind.FOLDER)) == [text]
    assert archive(Entry(name="./a/b", kind=EntryKind.FOLDER), deep) == []
    assert archive(Entry(name="./0_t_1.pb", unit=task())) == []


def test_links_and_doubles() -> None:
    assert archive(Entry(name="0_t_1.pb", kind=EntryKind.LINK)) == [
        "0_t_1.pb: warning FTC376 : 0_t_1.pb is a link, which flytectl passes over; expected a file "
        "(Pack what it leads to.)"
    ]
    assert archive(TASK, Entry(name="./0_t_1.pb", unit=task())) == [
        "./0_t_1.pb: FTC377 : ./0_t_1.pb is twice in the archive, of which flytectl keeps neither whole; "
        "expected it once (Pack it once.)"
    ]
