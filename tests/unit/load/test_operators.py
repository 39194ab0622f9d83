"""Operators of Airflow in workflow bodies, which flytekit's plug-in would make tasks of."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flytec.cli.main import cli
from layouts import lay_out

HOMES = ("airflow/models/baseoperator.py", "airflow/sdk/bases/operator.py")
BASE = """\
class BaseOperator:
    def __init__(self, task_id):
        self.task_id = task_id
"""
SENSOR = """\
from {home} import BaseOperator

class FileSensor(BaseOperator):
    pass
"""
FLOWS = """\
from flytekit import task, workflow
from sensors import FileSensor

before = FileSensor("before")

@task
def t():
    FileSensor("running")

@workflow
def wf():
    {call}
    t()
"""
MAKES_ONE = 'FileSensor("id")'


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    path: str = request.param
    folders = [str(Path(*path.split("/")[:depth], "__init__.py")) for depth in range(1, path.count("/") + 1)]
    lay_out(tmp_path, {**dict.fromkeys(folders, ""), path: BASE})
    return path.removesuffix(".py").replace("/", ".")


def compiled(home: str, flows: str) -> Result:
    lay_out(Path(), {"sensors.py": SENSOR.format(home=home), "flows.py": flows})
    return CliRunner().invoke(cli, ["compile", "flows.py", "--output", "out"])


def test_one_that_is_made_in_a_body_is_refused(home: str) -> None:
    result = compiled(home, FLOWS.format(call=MAKES_ONE))
    assert result.exit_code == 1
    assert not Path("out").exists()
    assert (
        "flows.py:12: error[FTC200 unsupported-symbol]: FileSensor of Airflow is made in a workflow's body, where "
        "flytekitplugins.airflow makes a task of it\n"
        "  hint: compile with --frontend flytekit, or run the operator in the body of a task\n"
    ) in result.stderr


def test_elsewhere_they_are_what_they_are(home: str) -> None:
    made_later = (
        f"{FLOWS.format(call='pass')}\nwf.nodes\nafter = FileSensor('after')\nassert after.task_id == 'after'\n"
    )
    assert compiled(home, made_later).exit_code == 0


def test_a_constructor_of_its_own_comes_back(home: str) -> None:
    own = """
    def __new__(cls, task_id):
        made = super().__new__(cls)
        made.own = True
        return made
"""
    Path(f"{home.replace('.', '/')}.py").write_text(BASE + own)
    flows = f"{FLOWS.format(call='pass')}\nwf.nodes\nassert FileSensor('after').own\n"
    assert compiled(home, flows).exit_code == 0
