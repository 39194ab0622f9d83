"""Tasks that run on a Spark cluster, with every setting of it."""

import random
from operator import add

import flytekit
from flytekit import PodTemplate, Resources, dynamic, map_task, task, workflow
from flytekitplugins.spark import Spark
from kubernetes.client import V1Container, V1EnvVar, V1PodSpec, V1ResourceRequirements, V1Toleration

DRIVER = PodTemplate(
    primary_container_name="driver",
    labels={"tier": "driver"},
    annotations={"owner": "ml"},
    pod_spec=V1PodSpec(
        containers=[V1Container(name="driver", env=[V1EnvVar(name="A", value="1")])],
        tolerations=[V1Toleration(key="spark", operator="Equal", value="driver", effect="NoSchedule")],
        termination_grace_period_seconds=30,
    ),
)
EXECUTOR = PodTemplate(
    pod_spec=V1PodSpec(
        containers=[V1Container(name="primary", resources=V1ResourceRequirements(limits={"cpu": "2"}))],
        node_selector={"pool": "spot"},
    ),
)


@task(
    task_config=Spark(
        spark_conf={
            "spark.driver.memory": "1000M",
            "spark.executor.memory": "1000M",
            "spark.executor.cores": "1",
            "spark.executor.instances": "2",
            "spark.driver.cores": "1",
        }
    ),
    limits=Resources(mem="2000M"),
    cache_version="1",
    cache=True,
)
def hello_spark(partitions: int) -> float:
    n = 100000 * partitions
    sess = flytekit.current_context().spark_session
    count = sess.sparkContext.parallelize(range(1, n + 1), partitions).map(inside).reduce(add)
    return 4.0 * count / n


def inside(_: int) -> int:
    x, y = random.random() * 2 - 1, random.random() * 2 - 1
    return 1 if x**2 + y**2 <= 1 else 0


@task(task_config=Spark())
def bare() -> None: ...


@task(
    task_config=Spark(
        spark_conf={"spark.app.name": "all"},
        hadoop_conf={"fs.s3a.endpoint": "http://minio:9000", "a": "b"},
        executor_path="/usr/local/bin/python3",
        applications_path="local:///app/main.py",
        driver_pod=DRIVER,
        executor_pod=EXECUTOR,
    ),
    container_image="ghcr.io/acme/spark:v3",
    environment={"STAGE": "test"},
)
def everything(a: int, b: str = "x") -> str:
    return b


@task(task_config=Spark(driver_pod=DRIVER), pod_template=EXECUTOR, pod_template_name="base")
def in_a_pod(x: int) -> int:
    return x


@task(task_config=Spark(spark_conf={"a": "1"}))
def overridden(x: int) -> int:
    return x


@dynamic(task_config=Spark(spark_conf={"b": "2"}))
def fan_out(n: int) -> None:
    for _ in range(n):
        bare()


@workflow
def my_spark(xs: list[int], n: int = 3) -> float:
    pi = hello_spark(partitions=n)
    map_task(in_a_pod)(x=xs)
    overridden(x=n).with_overrides(task_config=Spark(spark_conf={"a": "2"}, hadoop_conf={"c": "3"}))
    everything(a=n)
    fan_out(n=n)
    return pi
