"""What comments and settings make of findings."""

from pathlib import Path

import pytest

from flytec.app.source_files import SourceFiles
from flytec.app.weights import Comments, Weighed, weigh
from flytec.codes import CLOCK_VALUE, INVALID_CALL, LOCAL_PATH, MODULE_FAILED, PICKLED_TYPE, Code
from flytec.diagnostics import Diagnostic, Location, Severity
from flytec.settings.check import CheckSettings
from layouts import lay_out


def finding(
    path: Path | str, line: int = 0, code: Code = CLOCK_VALUE, severity: Severity = Severity.WARNING
) -> Diagnostic:
    return Diagnostic(code=code, message="m", severity=severity, location=Location(str(path), line))


def weighed(
    folder: Path, *findings: Diagnostic, complete: bool = True, **settings: dict[str, tuple[str, ...]] | list[str]
) -> Weighed:
    check = CheckSettings.model_validate(settings).below(folder)
    sources = SourceFiles([str(path) for path in sorted(folder.rglob("*.py"))])
    return weigh(findings, check, comments=Comments(sources), cwd=str(folder), complete=complete)


def severities(result: Weighed) -> list[str]:
    return [row.severity.value for row in result.findings]


def said(result: Weighed) -> list[str]:
    return [f"{row.location}: {row.severity.value}[{row.code}]: {row.message} | {row.hint}" for row in result.findings]


@pytest.mark.parametrize("code", ["FTC395", "clock-value", "FTC3*", "*"])
def test_a_comment_leaves_out_what_it_names(tmp_path: Path, code: str) -> None:
    lay_out(tmp_path, {"a.py": f"x = 1\ny = 2  # flytec: ignore[{code}]\n"})
    result = weighed(tmp_path, finding(tmp_path / "a.py", 2), finding(tmp_path / "a.py", 1))
    assert [row.location for row in result.findings] == [Location(str(tmp_path / "a.py"), 1)]
    assert result.ignored == 1


def test_a_comment_that_fits_nothing_is_a_warning(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "x = 1  # flytec: ignore[FTC395, FTC211, nonsense]\ny = 1  # flytec: ignore\n"})
    result = weighed(tmp_path, finding(tmp_path / "a.py", 1))
    start = f"{tmp_path}/a.py"
    hint = "Remove it or correct it."
    assert said(result) == [
        f"{start}:1: warning[FTC393 unused-ignore]: the comment ignores FTC211, but the statement has no such finding "
        f"| {hint}",
        f"{start}:1: warning[FTC393 unused-ignore]: the comment ignores 'nonsense', expected the number or name of a "
        f"code | {hint}",
        f"{start}:2: warning[FTC393 unused-ignore]: the comment ignores no code, expected flytec: ignore[CODE] "
        f"| {hint}",
    ]
    assert result.ignored == 1


def test_a_comment_cannot_ignore_that_a_part_is_missing(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "t()  # flytec: ignore[FTC202]\n", "b.py": "t()  # flytec: ignore[FTC211]\n"})
    error = finding(tmp_path / "a.py", 1, INVALID_CALL, Severity.ERROR)
    result = weighed(tmp_path, error, ignore=["FTC202"])
    # Nothing is said about comments that fit nothing: what they are for may be what is missing.
    assert (result.findings, result.ignored) == ((error,), 0)


def test_nothing_is_said_about_comments_where_rules_did_not_run(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "t()  # flytec: ignore[FTC211]\n"})
    assert weighed(tmp_path, complete=False) == Weighed((), 0)


def test_findings_of_emitted_files_have_no_comments(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "t()  # flytec: ignore[FTC395]\n"})
    result = weighed(tmp_path, finding("a.py", 1), complete=False)
    assert len(result.findings) == 1


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["warning"]),
        ({"ignore": ["FTC395"]}, []),
        ({"ignore": ["clock-value"]}, []),
        ({"error": ["FTC3*"]}, ["error"]),
        ({"error": ["FTC3*"], "warn": ["FTC395"]}, ["warning"]),
        ({"error": ["FTC395"], "ignore": ["FTC3*"]}, ["error"]),
        ({"error": ["FTC395"], "ignore": ["FTC395"]}, []),
        ({"error": ["FTC395"], "warn": ["FTC395"]}, ["error"]),
        ({"ignore": {"other/**": ("FTC395",)}}, ["warning"]),
        ({"ignore": {"src/**": ("FTC395",)}}, []),
        ({"ignore": {"src": ("FTC395",)}}, []),
        ({"ignore": {"src/": ("FTC395",)}}, []),
        ({"ignore": {"*.py": ("FTC395",)}}, []),
        ({"ignore": {"a.py": ("FTC395",)}}, []),
        ({"ignore": {"/a.py": ("FTC395",)}}, ["warning"]),
        ({"ignore": {"/src/a.py": ("FTC395",)}}, []),
        ({"ignore": {"**": ("FTC395",)}}, []),
        ({"error": {"src/a.py": ("FTC3*",)}, "ignore": ["FTC395"]}, ["error"]),
        ({"error": {"src/a.py": ("FTC211",)}}, ["warning"]),
    ],
)
def test_settings_weigh_by_code_and_path(tmp_path: Path, settings: dict[str, list[str]], expected: list[str]) -> None:
    in_source = weighed(tmp_path, finding(tmp_path / "src" / "a.py", 1), **settings)
    assert severities(in_source) == expected
    relative = weighed(tmp_path, finding("src/a.py"), **settings)
    assert severities(relative) == expected
    assert relative.ignored == 1 - len(expected)


def test_a_folder_may_have_characters_of_patterns(tmp_path: Path) -> None:
    folder = tmp_path / "a[1]*#!"
    folder.mkdir()
    result = weighed(folder, finding(folder / "x.py", 1), ignore={"x.py": ("FTC395",)})
    assert result.findings == ()


def test_a_finding_without_place_is_only_everywhere(tmp_path: Path) -> None:
    row = Diagnostic(code=LOCAL_PATH, message="m", severity=Severity.WARNING)
    assert severities(weighed(tmp_path, row, error={"*": ("FTC394",)})) == ["warning"]
    assert severities(weighed(tmp_path, row, error=["FTC394"])) == ["error"]


@pytest.mark.parametrize("weight", ["ignore", "warn"])
def test_errors_of_loading_stay_errors(tmp_path: Path, weight: str) -> None:
    error = finding("a.py", 1, MODULE_FAILED, Severity.ERROR)
    assert weighed(tmp_path, error, **{weight: ["*"]}).findings == (error,)


def test_errors_of_rules_may_be_warnings(tmp_path: Path) -> None:
    error = finding("a.py", 1, LOCAL_PATH, Severity.ERROR)
    assert severities(weighed(tmp_path, error, warn=["FTC394"])) == ["warning"]
    assert severities(weighed(tmp_path, error, ignore=["FTC394"])) == []


def test_warnings_of_lowering_may_be_anything(tmp_path: Path) -> None:
    row = finding("a.py", 1, PICKLED_TYPE)
    assert severities(weighed(tmp_path, row, error=["pickled-type"])) == ["error"]
    assert severities(weighed(tmp_path, row, ignore=["pickled-type"])) == []


def test_the_warning_about_a_comment_is_weighed_too(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.py": "t()  # flytec: ignore[FTC211]\n"})
    assert weighed(tmp_path, ignore=["FTC393"]) == Weighed((), 0)
    assert severities(weighed(tmp_path, error=["unused-ignore"])) == ["error"]
