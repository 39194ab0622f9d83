"""A Spark task that fetches its sources."""

from flytekit import task, workflow
from flytekitplugins.spark import Spark


@task(task_config=Spark(spark_conf={"spark.executor.instances": "2"}))
def count(n: int) -> int:
    return n


@workflow
def counting(n: int = 1) -> int:
    return count(n=n)
