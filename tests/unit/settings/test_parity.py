"""flytec's settings answer as flytekit's do."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flytec import settings
from unit.settings import parity_cases

HERE = Path(__file__).parent

OURS = parity_cases.Api(
    Image=settings.Image,
    ImageConfig=settings.ImageConfig,
    SerializationSettings=settings.SerializationSettings,
    FastSerializationSettings=settings.FastSerializationSettings,
    EntrypointSettings=settings.EntrypointSettings,
    SerializationMode=settings.SerializationMode,
    Resources=settings.Resources,
    ResourceSpec=settings.ResourceSpec,
    key_value_callback=settings.key_value_callback,
    forget_config_files=lambda: None,
)

# Where the answers differ on purpose. A row that is no longer true fails.
DELIBERATE = {
    "auto nowhere.config": "flytekit takes an ini file that does not exist for an empty one",
    "auto empty.yaml": "flytekit fails inside on an empty file; we find no images in it",
    "auto null_images.yaml": "flytekit fails inside on an empty section; we find no images in it",
    "auto number_key.yaml": "flytekit makes an image whose name is a number",
    "from_dict {'image_config': {}, 'env': {'a': 1}} False": "flytekit fails on a number in env later, in protobuf",
    "from_dict {'image_config': {}, 'env': {'a': 1}} True": "the same",
    "from_dict {'image_config': {}, 'fast_serialization_settings': {'enabled': 'false'}} False": "flytekit reads True",
    "from_dict {'image_config': {}, 'fast_serialization_settings': {'enabled': 'false'}} True": "the same",
    "from_dict {'image_config': {}, 'default_resources': {'requests': {}}} True": "flytekit leaves limits None",
}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """flytekit's answers, from one process; while tests run, the folder of its files is the current one and home."""
    folder = tmp_path_factory.mktemp("parity")
    parity_cases.write_files(folder)
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("FLYTE", "_FLYTE", "PYTHON"))}
    environ["HOME"] = str(folder)
    command = [sys.executable, str(HERE / "flytekit_answers.py"), str(HERE)]
    run = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("HOME", str(folder))
        yield json.loads((folder / "answers.json").read_text(encoding="utf-8"))


def of_ours(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(json.dumps(parity_cases.answer(parity_cases.CASES[name], OURS)))
    return answer


@pytest.mark.filterwarnings("ignore:FLYTECTL_CONFIG names")
@pytest.mark.parametrize("name", parity_cases.CASES)
def test_answer_is_flytekits(name: str, theirs: dict[str, Any]) -> None:
    ours = of_ours(name)
    if name in DELIBERATE:
        assert ours.get("value", "refused") != theirs[name].get("value", "refused"), "a stale row in DELIBERATE"
    else:
        assert ours.get("value", "refused") == theirs[name].get("value", "refused")


@pytest.mark.filterwarnings("ignore:FLYTECTL_CONFIG names")
@pytest.mark.parametrize("name", parity_cases.CASES)
def test_refusal_is_one_of_ours(name: str, theirs: dict[str, Any]) -> None:
    assert of_ours(name).get("error") in (None, "CannotRunError", "UserError", "FrozenInstanceError", "TypeError")


def test_generated_settings_are_answered(theirs: dict[str, Any]) -> None:
    assert all("value" in answer for name, answer in theirs.items() if name.startswith("settings "))


def test_deliberate_differences_name_cases() -> None:
    assert set(DELIBERATE) <= set(parity_cases.CASES)
