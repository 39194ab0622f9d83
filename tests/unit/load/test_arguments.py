"""Arguments of a wrong kind are findings at the user's line, whatever flytekit or a message would say of them later."""

from pathlib import Path

import pytest

from flytec.authoring.recorder import Recorder, recording
from flytec.authoring.table import TABLE
from flytec.load.discover import plan_sources
from flytec.load.importer import load_modules
from flytec.load.session import isolated
from layouts import lay_out

FLOW = """\
import datetime
from flytekit import *
from flytekit import Annotations, Cache, Description, Documentation, Email, FixedRate, Labels, Secret, SourceCode
from flytekit.models.common import RawOutputDataConfig
from flytekit.models.security import Identity

@task
def t(n: int) -> int:
    return n

@workflow
def wf(n: int) -> int:
    return t(n=n)

"""
UINT32 = "a whole number from 0 to 4294967295"


def load(folder: Path, text: str) -> list[tuple[str, str]]:
    """Code and message of what is said about a module of this text."""
    lay_out(folder, {"flow.py": FLOW + text})
    plan = plan_sources(["flow.py"], cwd=folder)
    with isolated(plan, TABLE) as session, recording(Recorder()):
        return [(row.code.id, row.message) for row in load_modules(plan, session).findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("task(retries='3')", f"retries of @task is '3', expected {UINT32}"),
        ("task(retries=-1)", f"retries of @task is -1, expected {UINT32}"),
        ("task(retries=True)", f"retries of @task is True, expected {UINT32}"),
        ("task(cache=True, cache_version=1)", "cache_version of @task is 1, expected text"),
        ("task(cache=Cache(version=1))", "version of Cache is 1, expected text"),
        ("task(cache='1')", "cache of @task is '1', expected True or False or Cache"),
        ("task(interruptible='yes')", "interruptible of @task is 'yes', expected True or False"),
        ("task(interruptible=10**30)", f"interruptible of @task is {10**30}, expected True or False"),
        ("task(deprecated='\\ud800')", r"deprecated of @task is '\ud800', expected text"),
        ("task(environment='A=b')", "environment of @task is 'A=b', expected a dict"),
        ("task(labels={'a': 1})", "labels of @task is {'a': 1}, expected a dict of text to text"),
        ("task(requests={'cpu': '1'})", "requests of @task is {'cpu': '1'}, expected Resources"),
        ("task(docs=t)", "docs of @task is an object of PythonFunctionTask, expected Documentation"),
        ("task('t')", "_task_function of @task is 't', expected a function"),
        ("workflow(3)", "_workflow_function of @workflow is 3, expected a function"),
        ("workflow(interruptible=[])", "interruptible of @workflow is [], expected True or False"),
        ("LaunchPlan.create('p', 3)", "workflow of a launch plan is 3, expected Entity"),
        ("LaunchPlan.create(None, wf)", "name of a launch plan is None, expected text"),
        (
            "LaunchPlan.get_or_create(wf, 'p', max_parallelism='5')",
            "max_parallelism of a launch plan is '5', expected a whole number from -2147483648 to 2147483647",
        ),
        (
            "LaunchPlan.get_or_create(wf, 'p', labels={'a': 'b'})",
            "labels of a launch plan is {'a': 'b'}, expected Labels",
        ),
        (
            "LaunchPlan.get_or_create(wf, 'p', notifications=[3])",
            "notifications of a launch plan is [3], expected a list of Notification",
        ),
        (
            "LaunchPlan.get_or_create(wf, 'p', trigger='daily')",
            "trigger of a launch plan is 'daily', expected LaunchPlanTriggerBase",
        ),
        ("Labels({'a': 1})", "values of Labels is {'a': 1}, expected a dict of text to text"),
        ("Annotations(None)", "values of Annotations is None, expected a dict of text to text"),
        (
            "Email(phases=[4], recipients_email='a@b')",
            "recipients_email of EmailNotification is 'a@b', expected a list of text",
        ),
        ("FixedRate(60)", "duration of FixedRate is 60, expected timedelta"),
        ("FixedRate(None)", "duration of FixedRate is None, expected timedelta"),
        ("Secret('g', 'k', mount_requirement='file')", "mount_requirement of a secret is 'file', expected MountType"),
        ("Secret(3, 'k')", "group of a secret is 3, expected text"),
        ("Identity(iam_role=3)", "iam_role of Identity is 3, expected text"),
        ("RawOutputDataConfig(3)", "output_location_prefix of RawOutputDataConfig is 3, expected text"),
        ("Documentation(short_description=3)", "short_description of Documentation is 3, expected text"),
        ("Documentation(long_description='x')", "long_description of Documentation is 'x', expected Description"),
        ("SourceCode(3)", "link of SourceCode is 3, expected text"),
        (
            "Labels({'a': 'b' * 100, 'c': 1})",
            "values of Labels is {'a': '" + "b" * 73 + " ..., expected a dict of text to text",
        ),
    ],
)
def test_wrong_kinds(tmp_path: Path, text: str, message: str) -> None:
    assert load(tmp_path, text) == [("FTC201", message)]


def test_what_is_no_argument_is_said_as_python_says_it(tmp_path: Path) -> None:
    said = "module flow raises TypeError: Labels.__init__() got an unexpected keyword argument 'value'"
    assert load(tmp_path, "Labels(value={})") == [("FTC101", said)]


@pytest.mark.parametrize(
    "text",
    [
        "task(t.task_function, retries=None, deprecated=None, cache=None, labels=None, interruptible=1)",
        "task(t.task_function, environment={'A': 'b'}, secret_requests=(Secret('g', 'k'),), shared_memory='1Gi')",
        "LaunchPlan.get_or_create(wf, 'p', labels=Labels({}), max_parallelism=-1, overwrite_cache=None)",
        "LaunchPlan.create(name='p', workflow=wf, default_inputs={'n': 1})",
    ],
)
def test_right_kinds(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == []
