"""An output folder is the old one whole or the new one whole, whatever kills the run in between."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import programs

WORKER = Path(__file__).with_name("kill_worker.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks")
@pytest.mark.parametrize("scenario", ["replace", "fresh", "in_place", "two_steps"])
def test_a_kill_at_any_step_leaves_the_old_folder_or_the_new_one(tmp_path: Path, scenario: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(programs.__file__).parent)}
    run = subprocess.run(
        [sys.executable, str(WORKER), scenario, str(tmp_path / "base")],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert run.returncode == 0, run.stderr
    result = json.loads(run.stdout)
    assert result["wrong"] == []
    assert result["kills"] > 40
