"""Where settings come from on the command line: options, environment, pyproject.toml, flytekit's configuration file."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from flytec.artifact.read import read_artifact
from flytec.ir import pb
from layouts import lay_out

FLYTEC = Path(sys.executable).with_name("flytec")
FLOW = """
from flytekit import task

@task
def plain(): ...

@task(container_image="{{.images.trainer.fqn}}:{{.images.default.version}}")
def trained(): ...
"""
PYPROJECT = '[tool.flytec]\nimage = ["a/toml:1", "trainer=b/toml:2"]\nenv = { STAGE = "toml" }\nproject = "toml"\n'
INI = "[images]\ndefault = a/ini:1\ntrainer = b/ini:2\n"
YAML = "images:\n  default: a/yaml:1\n  trainer: b/yaml:2\n"
DEFAULT = "cr.flyte.org/flyteorg/flytekit:py3.11-1.16.31"


def flytec(folder: Path, *arguments: str, env: Mapping[str, str] = {}) -> tuple[int, str]:
    """Exit code and stderr of a run in `folder`."""
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(folder), **env}
    done = subprocess.run(
        [str(FLYTEC), *arguments], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def containers(folder: Path) -> list[pb.Container]:
    """The containers of the two tasks."""
    messages = [unit.message for unit in read_artifact(folder / "out").units]
    return [message.template.container for message in messages if isinstance(message, pb.TaskSpec)]


@pytest.mark.parametrize(
    ("files", "env", "options", "images"),
    [
        ({}, {}, ["-i", "a/flag:1", "-i", "trainer=b/flag:2"], ["a/flag:1", "b/flag:1"]),
        ({}, {"FLYTEC_IMAGE": "a/env:1,trainer=b/env:2"}, [], ["a/env:1", "b/env:1"]),
        ({"pyproject.toml": PYPROJECT}, {}, [], ["a/toml:1", "b/toml:1"]),
        ({"flyte.cfg": INI}, {}, ["-c", "flyte.cfg"], ["a/ini:1", "b/ini:1"]),
        ({"flyte.yaml": YAML}, {}, ["-c", "flyte.yaml"], ["a/yaml:1", "b/yaml:1"]),
        ({"flyte.yaml": YAML}, {"FLYTEC_CONFIG_FILE": "flyte.yaml"}, [], ["a/yaml:1", "b/yaml:1"]),
        (
            {"flyte.yaml": "images:\n  trainer: b/yaml:2\n"},
            {},
            ["-c", "flyte.yaml"],
            [DEFAULT, "b/yaml:py3.11-1.16.31"],
        ),
        # The stronger source replaces the list as a whole.
        ({"pyproject.toml": PYPROJECT}, {"FLYTEC_IMAGE": "a/env:1,trainer=b/env:2"}, [], ["a/env:1", "b/env:1"]),
        (
            {"pyproject.toml": PYPROJECT, "flyte.cfg": INI},
            {"FLYTEC_IMAGE": "a/env:1,trainer=b/env:2"},
            ["-c", "flyte.cfg", "-i", "a/flag:1", "-i", "trainer=b/flag:2"],
            ["a/flag:1", "b/flag:1"],
        ),
    ],
)
def test_images(
    files: Mapping[str, str], env: Mapping[str, str], options: Sequence[str], images: list[str], tmp_path: Path
) -> None:
    lay_out(tmp_path, {"flow.py": FLOW, **files})
    before = [*options[:2]] if options[:1] == ["-c"] else []
    assert flytec(tmp_path, *before, "compile", "flow.py", "-o", "out", *options[len(before) :], env=env) == (0, "")
    assert [container.image for container in containers(tmp_path)] == images


def test_a_flag_wins_over_the_environment_and_that_over_pyproject(tmp_path: Path) -> None:
    lay_out(tmp_path, {"flow.py": FLOW, "pyproject.toml": PYPROJECT})
    found = []
    for env, options in (
        ({}, []),
        ({"FLYTEC_ENV": "STAGE=env,B=c"}, []),
        ({"FLYTEC_ENV": "B=c"}, ["--env", "STAGE=flag"]),
    ):
        assert flytec(tmp_path, "compile", "flow.py", "-o", "out", *options, env=env) == (0, "")
        found.append({pair.key: pair.value for pair in containers(tmp_path)[0].env})
    assert found == [{"STAGE": "toml"}, {"STAGE": "env", "B": "c"}, {"STAGE": "flag"}]


@pytest.mark.parametrize(
    ("files", "env", "options", "said"),
    [
        (
            {"pyproject.toml": "[tool.flytec]\nprojekt = 'x'\n"},
            {},
            [],
            "error[FTC601 invalid-setting]: pyproject.toml: [tool.flytec] projekt is no setting, "
            "expected one of image, project, domain, version, env, python_interpreter, virtualenv_root, source_root, "
            "packages, frontend, target_version, package_root, config_file, format, keep_going, no_check, check, "
            "platform, known, closed, baseline, plugins, missing_imports, placeholders, types\n"
            "  hint: Write project.\n",
        ),
        (
            {},
            {"FLYTEC_KEEP_GOING": "perhaps"},
            [],
            "error[FTC601 invalid-setting]: environment variable FLYTEC_KEEP_GOING is 'perhaps', "
            "expected one of 1, true, yes, on, 0, false, no, off\n  hint: Set it to 1 or 0.\n",
        ),
        (
            {},
            {},
            ["--env", "A"],
            "error[FTC601 invalid-setting]: option --env: 'A' has no '=', expected KEY=VALUE\n  hint: Write A=VALUE.\n",
        ),
        (
            {"pyproject.toml": "[tool.flytec]\nconfig-file = 'flyte.yaml'\n", "flyte.yaml": "images: {default: 3}\n"},
            {},
            [],
            "{cwd}/flyte.yaml:1: error[FTC605 invalid-config-file]: images: 'default' is 3, "
            "expected a name and a reference, both strings\n  hint: Correct the file.\n",
        ),
    ],
)
def test_what_is_wrong_names_where_it_came_from(
    files: Mapping[str, str], env: Mapping[str, str], options: Sequence[str], said: str, tmp_path: Path
) -> None:
    lay_out(tmp_path, {"flow.py": FLOW, **files})
    assert flytec(tmp_path, "compile", "flow.py", "-o", "out", *options, env=env) == (
        2,
        said.replace("{cwd}", str(tmp_path)),
    )
    assert not (tmp_path / "out").exists()
