"""Sources under more than one import root."""

from pathlib import Path

from click.testing import CliRunner

from flytec.cli.main import cli

IMAGE_TASK = """from flytekit import ImageSpec, task


@task(container_image=ImageSpec(name="trainer", registry="ghcr.io/acme", packages=["numpy"]))
def train(steps: int) -> int:
    return steps
"""
PLAIN_TASK = """from flytekit import task


@task
def load(day: str) -> str:
    return day
"""


def test_an_image_with_sources_of_several_roots_is_refused(tmp_path: Path, monkeypatch) -> None:
    for root, module, text in (("one", "training", IMAGE_TASK), ("two", "loading", PLAIN_TASK)):
        (tmp_path / root).mkdir()
        (tmp_path / root / f"{module}.py").write_text(text)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["compile", "one", "two", "-o", "out"])
    assert result.exit_code == 1
    assert result.stderr == (
        "one/training.py:4: error[FTC201 invalid-declaration]: task training.train: image trainer: the sources lie "
        "under several import roots, expected one that goes into the image\n"
        "  hint: set source_root, or source_copy_mode=CopyFileDetection.NO_COPY\n"
    )
    assert not (tmp_path / "out").exists()


def test_plain_tasks_of_several_roots_compile_together(tmp_path: Path, monkeypatch) -> None:
    for root in ("one", "two"):
        (tmp_path / root).mkdir()
        (tmp_path / root / f"{root}.py").write_text(PLAIN_TASK)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["compile", "one", "two", "-o", "out"])
    assert (result.exit_code, result.stdout) == (0, "out: 2 tasks, 0 workflows, 0 launch plans\n")
