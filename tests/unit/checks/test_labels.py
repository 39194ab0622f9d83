"""Names of Kubernetes."""

import json
from pathlib import Path

from flytec.checks.registration.labels import is_label_value, is_qualified_name

RECORDED = Path(__file__).parents[2] / "control_plane/libraries/names.jsonl"


def test_every_recorded_name() -> None:
    rows = [json.loads(row)[:3] for row in RECORDED.read_text().splitlines()]
    assert [[name, is_qualified_name(name), is_label_value(name)] for name, *_ in rows] == rows
