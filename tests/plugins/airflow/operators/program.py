"""Operators that workflow bodies make, here with the plug-in: each is a task and a node."""

import flytekitplugins.airflow  # noqa: F401
from airflow.models.baseoperator import BaseOperator
from airflow.operators.bash import BashOperator
from airflow.sensors.filesystem import FileSensor
from flytekit import task, workflow


class Ours(BaseOperator):
    pass


@task
def t1() -> str:
    return "a"


@workflow
def file_sensor() -> str:
    sensor = FileSensor(task_id="id", filepath="/tmp/1234")
    after = t1()
    sensor >> after
    return after


@workflow
def bash() -> None:
    first = BashOperator(task_id="BashOperator", bash_command="echo hello", env={"A": "b"}, skip_on_exit_code=(99, 100))
    first >> Ours(retries=2)
    file_sensor()
