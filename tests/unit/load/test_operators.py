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


def emitted(name: str) -> bytes:
    (file,) = Path("out").glob(name)
    return file.read_bytes()


def test_one_that_is_made_in_a_body_is_refused(home: str) -> None:
    result = compiled(home, FLOWS.format(call=MAKES_ONE))
    assert result.exit_code == 1
    assert not Path("out").exists()
    assert (
        "flows.py:12: error[FTC200 unsupported-symbol]: FileSensor of Airflow is made in a workflow's body, where "
        "flytekitplugins.airflow makes a task of it\n"
        '  hint: import flytekitplugins.airflow or set plugins = ["airflow"], if the container has it; else run the '
        "operator in the body of a task\n"
    ) in result.stderr


def test_with_the_plugin_set_it_is_a_task(home: str) -> None:
    Path("pyproject.toml").write_text('[tool.flytec]\nplugins = ["airflow"]\n')
    assert compiled(home, FLOWS.format(call='FileSensor(task_id="id", path="/tmp")')).exit_code == 0
    assert b'"parameters": {"task_id": "id", "path": "/tmp"}}' in emitted("*_id_1.pb")


def test_a_pipeline_runs_in_a_container(home: str) -> None:
    Path("pyproject.toml").write_text('[tool.flytec]\nplugins = ["airflow"]\n')
    folders = [f"airflow/{path}/__init__.py" for path in ("providers", "providers/apache", "providers/apache/beam")]
    beam = f"from {home} import BaseOperator\n\nclass BeamBasePipelineOperator(BaseOperator): ...\n"
    lay_out(Path(), {**dict.fromkeys(folders, ""), "airflow/providers/apache/beam/operators/beam.py": beam})
    flows = FLOWS.replace("from sensors", "from airflow.providers.apache.beam.operators.beam").replace(
        "FileSensor", "BeamBasePipelineOperator"
    )
    body = 'BeamBasePipelineOperator(jar="a.jar", container_image="java:1")'
    result = compiled(home, flows.format(call=body))
    assert result.exit_code == 0, result.stderr
    container = emitted("*_flows.wf.flytekitplugins.airflow.task.BeamBasePipelineOperator_1.pb")
    assert b"java:1" in container
    assert b"AirflowContainerTask" in container


@pytest.mark.parametrize("parameter", ["object()", "{1}", "{1: 2}", '{"py/id": 1}', "[same, same]"])
def test_parameters_are_plain_data(home: str, parameter: str) -> None:
    flows = f"same = []\nimport flytekitplugins.airflow\n{FLOWS.format(call=f'FileSensor(p={parameter})')}"
    result = compiled(home, flows)
    assert result.exit_code == 1
    assert "error[FTC201 invalid-declaration]: task FileSensor: parameter 'p' for Airflow has" in result.stderr


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
