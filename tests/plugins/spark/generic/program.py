"""Programs for Spark that are no functions."""

from flytekit import task, workflow
from flytekitplugins.spark import GenericSparkConf


@task(
    task_config=GenericSparkConf(
        main_class="com.acme.Main",
        applications_path="/opt/app.jar",
        spark_conf={"spark.driver.cores": "1"},
        hadoop_conf={"h": "1"},
    ),
    container_image="ghcr.io/acme/jars:v1",
)
def jar() -> None: ...


@task(task_config=GenericSparkConf("Main", "/app.jar"))
def bare() -> None: ...


@workflow
def jars() -> None:
    jar() >> bare()
