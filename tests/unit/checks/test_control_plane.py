"""The verdicts of the real control plane on sets of files, registered in order into an empty server."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flytec.artifact.guess import suffix_kind
from flytec.checks.identity import Policy
from flytec.checks.platform import Platform, ResourceLimits, server_defaults
from flytec.checks.program import check_program
from flytec.cli.main import cli
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Kind, Program, Unit

KEPT = Path(__file__).parents[2] / "control_plane/registration.jsonl"
BESIDE = Path(__file__).parents[4] / "shared/control-plane-cases/registration.jsonl"
TYPES = {Kind.TASK: pb.TaskSpec, Kind.WORKFLOW: pb.WorkflowSpec, Kind.LAUNCH_PLAN: pb.LaunchPlan}
POLICY = Policy(project="flytesnacks", domain="development", version="v1", closed=True)
IDENTITY = ("--project", "flytesnacks", "--domain", "development", "--version", "v1")


def cases() -> Iterator[dict[str, Any]]:
    """Those kept here, and those of the same kind that may lie beside the repository."""
    lines = [line for path in (KEPT, BESIDE) if path.exists() for line in path.read_text().splitlines()]
    return (case for case in map(json.loads, dict.fromkeys(lines)) if not case["fuzzy"])


CASES = list(cases())


def unit(name: str, data: str) -> Unit:
    kind = suffix_kind(name)
    assert kind
    return Unit(kind=kind, message=TYPES[kind].FromString(base64.b64decode(data)))


def platform_of(case: dict[str, Any]) -> Platform:
    defaults = server_defaults()
    return replace(defaults, resources=ResourceLimits()) if "-nolimits" in case["args"] else defaults


def label(case: dict[str, Any]) -> str:
    return str(case["label"])


@pytest.mark.parametrize("case", CASES, ids=label)
def test_verdicts_and_codes(case: dict[str, Any]) -> None:
    program = Program(tuple(unit(name, data) for name, data in case["files"]))
    found = check_program(program, platform=platform_of(case), policy=POLICY)
    errors = [finding for _, finding in found if finding.severity is Severity.ERROR]
    assert (not errors) == case["accepted"], errors
    codes = {"".join(part.capitalize() for part in finding.code.slug.split("-")) for finding in errors}
    assert not case["codes"] or codes & set(case["codes"]), errors
    for finding in errors:
        assert finding.message.isprintable()


@pytest.mark.parametrize("identity", [(), IDENTITY], ids=["unnamed", "named"])
def test_the_command_says_the_same(identity: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = []
    for number, case in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, data in case["files"]:
            (folder / name).write_bytes(base64.b64decode(data))
        limits = '{ cpu = "0", memory = "0", gpu = "0" }' if "-nolimits" in case["args"] else "{}"
        settings = f'[tool.flytec.platform]\npreset = "server-defaults"\nlimits = {limits}\n'
        (tmp_path / "pyproject.toml").write_text(settings)
        result = CliRunner().invoke(cli, ["check", str(folder), "--closed", *identity])
        if (result.exit_code == 0) != case["accepted"]:
            wrong.append((case["label"], result.exit_code, result.output))
    assert wrong == []
