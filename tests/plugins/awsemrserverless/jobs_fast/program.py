"""Scripts of Spark and Hive, and functions on Spark."""

from flytekit import ImageSpec, Resources, task, workflow
from flytekitplugins.awsemrserverless import (
    EMRServerless,
    EMRServerlessHiveJobDriver,
    EMRServerlessSparkJobDriver,
)

ROLE = "arn:aws:iam::123456789012:role/Role"


@task(
    task_config=EMRServerless(
        application_id="00f5abc123def456",
        execution_role_arn=ROLE,
        spark_job_driver=EMRServerlessSparkJobDriver(
            entry_point="s3://bucket/scripts/main.py",
            entry_point_arguments=["--rows", "3"],
            spark_submit_parameters="--conf spark.executor.memory=4g",
        ),
        region="us-east-1",
    )
)
def script() -> str:
    return "Job submitted"


@task(
    task_config=EMRServerless(
        ROLE,
        application_name="queries",
        application_type="HIVE",
        hive_job_driver=EMRServerlessHiveJobDriver("select 1", "s3://bucket/init.q", "--hiveconf a=b"),
        execution_timeout_minutes=5,
        sync_image=False,
        inject_flyte_env=False,
        tags={},
    )
)
def query() -> None: ...


@task(
    task_config=EMRServerless(
        execution_role_arn=ROLE,
        application_id="00f5abc123def456",
        release_label="emr-7.1.0",
        spark_submit_parameters="--conf spark.executor.cores=2",
        application_configuration=[{"classification": "spark-defaults", "properties": {"a": "b"}}],
        runtime_configuration=[{"classification": "spark-env"}],
        scheduler_configuration={"maxConcurrentRuns": 5},
        auto_stop_config={"enabled": True, "idleTimeoutMinutes": 15},
        architecture="ARM64",
        retry_policy={"maxAttempts": 3},
        configuration_overrides={"monitoringConfiguration": {"s3MonitoringConfiguration": {"logUri": "s3://logs"}}},
        tags={"team": "data"},
        initial_capacity={"DRIVER": {"workerCount": 1}},
        maximum_capacity={"cpu": "4vCPU", "memory": "16GB"},
        network_configuration={"subnetIds": ["subnet-1"]},
        image_configuration={"imageUri": "example.org/spark:1"},
    ),
    container_image=ImageSpec(name="emr", base_image="example.org/base:1", builder="noop"),
    requests=Resources(cpu="1"),
)
def everything(rows: int) -> int:
    return rows


@task(task_config=EMRServerless(ROLE, "00f5"), container_image=ImageSpec(name="no-base", builder="noop"))
def on_its_image() -> None: ...


@workflow
def wf(rows: int = 100) -> int:
    script() >> query() >> on_its_image()
    return everything(rows=rows)
