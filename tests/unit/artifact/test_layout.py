import pytest

from flytec.artifact.layout import file_name, lay_out, pattern_warnings, position_width
from flytec.diagnostics import Location, Severity, UserError
from programs import launch_plan, program, task, tasks, workflow


def test_a_file_is_named_by_position_entity_and_resource_type() -> None:
    images = lay_out(program(task("pkg.t"), workflow("pkg.w"), launch_plan("pkg.w")))
    assert [image.name for image in images] == ["0_pkg.t_1.pb", "1_pkg.w_2.pb", "2_pkg.w_3.pb"]


@pytest.mark.parametrize(
    ("count", "width"), [(0, 0), (1, 0), (2, 1), (10, 1), (11, 2), (100, 2), (101, 3), (1000, 3), (1001, 4)]
)
def test_positions_are_padded_as_flytekit_pads_them(count: int, width: int) -> None:
    assert position_width(count) == width
    assert file_name(0, width, task("t")) == "0" * max(width, 1) + "_t_1.pb"


def test_files_sort_in_registration_order() -> None:
    names = [image.name for image in lay_out(tasks(*(f"z{index}" for index in range(101, 0, -1))))]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("../../etc/cron", "a slash in its name"),
        ("a/b", "a slash in its name"),
        ("a\\b", "a backslash in its name"),
        ("a\0b", "a NUL character in its name"),
        ("", "an empty name"),
        ("n" * 250, "a file name of 257 bytes, where 255 is the most"),
        ("ü" * 125, "a file name of 257 bytes, where 255 is the most"),
    ],
)
def test_a_name_that_cannot_be_a_file_name_is_refused(name: str, fault: str) -> None:
    with pytest.raises(UserError) as caught:
        lay_out(program(task(name, origin=Location("flow.py", 7))))
    (finding,) = caught.value.findings
    assert finding.code.id == "FTC403"
    assert finding.message == f"task {name!r} has {fault}; a name that can be part of a file name was expected"
    assert finding.location == Location("flow.py", 7)


def test_every_unsafe_name_is_reported() -> None:
    with pytest.raises(UserError) as caught:
        lay_out(tasks("a/b", "fine", "c/d"))
    assert len(caught.value.findings) == 2


def test_dots_within_a_name_are_harmless() -> None:
    assert [image.name for image in lay_out(tasks("..", "a..b"))] == ["0_.._1.pb", "1_a..b_1.pb"]


def test_a_name_that_flytectl_takes_for_a_pattern_is_worth_a_warning() -> None:
    (finding,) = pattern_warnings(lay_out(tasks("fine", "nightly[eu]")))
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "task 'nightly[eu]' has a character of '[*?' in its name, "
        "which `flytectl register files` takes for a pattern unless the files are in an archive"
    )
