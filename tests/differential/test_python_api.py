"""`serialize_all` and `serialize_to_folder` write what flytekit's functions of these names write."""

import subprocess
import sys
from pathlib import Path

import pytest

from differential.compare import Messages, differences, read_folder
from differential.corpus import HERE
from differential.oracle import clean_environment, fresh_folder
from flytec import ImageConfig, SerializationMode, SerializationSettings, serialize_all, serialize_to_folder
from flytec.diagnostics import CannotRunError, NothingToCompileError, UserError
from layouts import lay_out

PROGRAM = HERE / "python_api_program.py"
FLOW = {
    "flow.py": """
    from flytekit import Annotations, Labels, LaunchPlan, Slack, dynamic, task, workflow
    from flytekit.models.common import RawOutputDataConfig
    from flytekit.models.core.execution import WorkflowExecutionPhase
    from flytekit.models.security import Identity, SecurityContext

    @task(container_image="{{.image.trainer.fqn}}:{{.image.default.version}}", environment={"STAGE": "own"})
    def train(n: int) -> int:
        return n

    @dynamic
    def later(n: int) -> int:
        return train(n=n)

    @workflow
    def wf(n: int = 3) -> int:
        return later(n=train(n=n))

    LaunchPlan.get_or_create(
        wf,
        "full",
        labels=Labels({"own": "label"}),
        annotations=Annotations({"own": "note"}),
        raw_output_data_config=RawOutputDataConfig("s3://own"),
        security_context=SecurityContext(run_as=Identity(k8s_service_account="own")),
        max_parallelism=9,
        notifications=[Slack(phases=[WorkflowExecutionPhase.SUCCEEDED], recipients_email=["own@example.org"])],
        overwrite_cache=False,
    )
    """
}
CALLS = ["default", "all", "fast", "settings", "fast settings", "options", "few options"]
MACHINE = ".value[source_root]"  # a difference on purpose, see known_differences.yaml


def written(side: str, name: str, scratch: Path) -> Messages:
    """What one side writes, in a process of its own."""
    folder = fresh_folder(scratch)
    command = [sys.executable, str(PROGRAM), side, str(scratch / "src"), name, str(folder)]
    done = subprocess.run(command, env=clean_environment(scratch), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr if side == "flytec" else "") == (0, ""), done.stderr
    return read_folder(folder)


@pytest.mark.parametrize("name", CALLS)
def test_stand_in_equals_flytekit(name: str, tmp_path: Path) -> None:
    lay_out(tmp_path / "src", FLOW)
    expected, actual = (written(side, name, tmp_path) for side in ("flytekit", "flytec"))
    assert len(expected) == 5
    rows = differences(expected, actual)
    assert [str(row) for row in rows if not row.field.endswith(MACHINE)] == []


def test_errors_are_exceptions_and_nothing_is_written(tmp_path: Path) -> None:
    lay_out(tmp_path, {"src/broken.py": "import json.nowhere_to_be_found\n", "src/plain.py": "", "out/": ""})
    root, folder, images = (
        str(tmp_path / "src"),
        str(tmp_path / "out"),
        ImageConfig.from_images("ghcr.io/acme/flows:v1"),
    )
    for packages, expected in (
        (["broken"], UserError),
        (["plain"], NothingToCompileError),
        ([], NothingToCompileError),
        (None, NothingToCompileError),
        (["missing"], CannotRunError),
        ("plain", CannotRunError),
    ):
        with pytest.raises(expected):
            serialize_all(packages, root, folder, SerializationMode.DEFAULT, images)
    assert list((tmp_path / "out").iterdir()) == []


def test_arguments_that_are_none_of_theirs_are_named() -> None:
    with pytest.raises(CannotRunError, match="mode is None, expected a member of SerializationMode"):
        serialize_all(["flow"])
    with pytest.raises(CannotRunError, match="pkgs is 'flow', expected a list of dotted packages"):
        serialize_to_folder("flow", SerializationSettings(image_config=ImageConfig()))
