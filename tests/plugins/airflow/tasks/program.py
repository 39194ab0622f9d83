"""Operators of Airflow as tasks, by their names and parameters."""

from flytekit import Resources, TaskMetadata, kwtypes, task, workflow
from flytekitplugins.airflow import AirflowObj, AirflowTask
from flytekitplugins.airflow.task import AirflowContainerTask

sensor = AirflowTask(
    name="sensor",
    task_config=AirflowObj(
        module="airflow.sensors.filesystem",
        name="FileSensor",
        parameters={"task_id": "id", "filepath": "/tmp/1234", "retries": 3, "ratio": 0.5, "on": True, "off": None},
    ),
    metadata=TaskMetadata(retries=2),
)
nothing = AirflowTask("nothing", None, inputs=kwtypes(a=int))
pipeline = AirflowContainerTask(
    name="pipeline",
    task_config=AirflowObj(
        "airflow.providers.apache.beam.operators.beam",
        "BeamRunJavaPipelineOperator",
        {"jar": 'a "b" é\n', "options": {"steps": ["a", ["b", {}], []], "nested": {"x": 1}}},
    ),
    inputs=kwtypes(a=int),
    container_image="example.org/airflow:1",
    limits=Resources(mem="1Gi"),
)


@task
def t1() -> None: ...


@workflow
def wf() -> None:
    sensor() >> t1()
    nothing(a=3) >> pipeline(a=4)
