"""Programs that the real plug-ins refuse too, or that they would act on: each is a finding at the user's line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from flytec.cli.main import cli

REFUSED: dict[str, tuple[str, str]] = {
    "a text for a type that says not what it validates": (
        """\
from flytekit import task, workflow
from flytekitplugins.great_expectations import GreatExpectationsType

@task
def t(data: GreatExpectationsType = "text") -> None: ...

@workflow
def wf():
    t()
""",
        "flows.py:9: error[FTC206 invalid-literal]: 'data' of flows.t: 'text' is a str",
    ),
    "the configuration of a table as a value": (
        """\
from flytekit import task, workflow
from flytekitplugins.dolt import DoltConfig

@task
def t(conf: DoltConfig = DoltConfig("/data")) -> None: ...

@workflow
def wf():
    t()
""",
        "flows.py:9: error[FTC206 invalid-literal]: 'conf' of flows.t: a value of DoltConfig cannot be packed",
    ),
    "a table with its data as a value": (
        """\
from flytekit import task, workflow
from flytekitplugins.dolt import DoltConfig, DoltTable

@task
def t(table: DoltTable) -> None: ...

@workflow
def wf():
    t(table=DoltTable(DoltConfig("/data", tablename="t"), data={"a": [1]}))
""",
        "flows.py:9: error[FTC206 invalid-literal]: ",
    ),
    "an objective for a study of two": (
        """\
from flytekit import task
from flytekitplugins.optuna import Optimizer

@task
async def t(x: float) -> tuple[float, float]:
    return x, x

best = Optimizer(t, 1, 1)
""",
        "flows.py:8: error[FTC201 invalid-declaration]: the objective returns 2 floats, but the study has 1 directions",
    ),
    "a study that nobody has run": (
        """\
from flytekitplugins.optuna import optimize

@optimize
def best(trial): ...

value = best.study.best_value
""",
        "flows.py:6: error[FTC213 mention-used]: the study of an Optimizer is asked for its attribute 'best_value'",
    ),
    "an endpoint as the config of a function": (
        """\
from flytekit import task
from flytekitplugins.dgxc_lepton import EndpointEngineConfig, LeptonEndpointConfig

@task(task_config=LeptonEndpointConfig("e", "a", "b", EndpointEngineConfig.nim("c")))
def t() -> None: ...
""",
        "flows.py:4: error[FTC201 invalid-declaration]: @task is given a LeptonEndpointConfig",
    ),
    "a plug-in that has another name now": (
        "from flytekitplugins.vscode import vscode\n",
        "flows.py:1: error[FTC200 unsupported-symbol]: flytekitplugins.vscode cannot be compiled: it has no "
        "release for flytekit 1.16, where flytekitplugins.flyteinteractive has taken its place",
    ),
    "a plug-in that there is not": (
        "import flytekitplugins.nonsense\n",
        "flows.py:1: error[FTC200 unsupported-symbol]: flytekitplugins.nonsense cannot be compiled: the stand-in does "
        "not have this plug-in",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source, finding = REFUSED[name]
    Path("flows.py").write_text(source)
    result = CliRunner().invoke(cli, ["compile", "flows.py", "--output", "out"])
    assert result.exit_code == 1
    assert finding in result.stderr
