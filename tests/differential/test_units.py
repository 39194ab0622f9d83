"""A unit is whole when it is finished: what somebody makes of it while others are lowered still holds at the end."""

from pathlib import Path

import pytest

from differential.corpus import HERE
from flytec.app.checks_aside import ChecksAside
from flytec.app.compile import declare
from flytec.app.request import CompileRequest, serialization_settings
from flytec.ir.codec import serialize
from flytec.ir.program import Unit
from flytec.load.discover import plan_sources
from flytec.settings import ToolSettings

TOPICS = sorted(path.name for path in (HERE / "cases").iterdir() if path.is_dir())
TOOL = ToolSettings(image=("ghcr.io/acme/flows:v1", "gpu=ghcr.io/acme/gpu:v2"))


class Watching(ChecksAside):
    """Asks each unit for its serialized form when it is finished."""

    @property
    def are_under_way(self) -> bool:
        return True

    def begin(self, modules: int) -> None:
        pass

    def take(self, unit: Unit) -> None:
        assert unit.data


@pytest.mark.parametrize("topic", TOPICS)
def test_units_are_whole_when_they_are_finished(topic: str) -> None:
    plan = plan_sources((topic,), cwd=HERE / "cases", package_root="auto")
    request = CompileRequest(plan=plan, tool=TOOL)
    declared = declare(request, serialization_settings(request), Watching(TOOL, Path()))
    assert declared.program.units
    changed = [unit.id.name for unit in declared.program if unit.data != serialize(unit.message)]
    assert changed == []
