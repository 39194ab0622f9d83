"""Frames of Spark on their way between tasks, also as what pandas reads, and models."""

from typing import Annotated

import flytekit
import pandas
from flytekit import ImageSpec, Resources, StructuredDataset, kwtypes, task, workflow
from flytekitplugins.spark import Spark
from pyspark.ml import PipelineModel
from pyspark.sql import DataFrame

IMAGE = ImageSpec(name="spark", base_image="example.org/spark:1", builder="noop")
CONF = {"spark.driver.memory": "1000M", "spark.executor.instances": "2"}
columns = kwtypes(name=str, age=int)


@task(task_config=Spark(spark_conf=CONF), limits=Resources(mem="2000M"), container_image=IMAGE)
def spark_df() -> Annotated[StructuredDataset, columns]:
    session = flytekit.current_context().spark_session
    return StructuredDataset(dataframe=session.createDataFrame([("Alice", 5), ("Bob", 10)], ["name", "age"]))


@task(container_image=IMAGE)
def sum_of_all_ages(sd: Annotated[StructuredDataset, columns]) -> int:
    frame: pandas.DataFrame = sd.open(pandas.DataFrame).all()
    return int(frame["age"].sum())


@task(task_config=Spark(spark_conf=CONF))
def adults(frame: DataFrame, more: list[DataFrame]) -> Annotated[DataFrame, columns]:
    return frame.filter("age > 17")


@task(task_config=Spark())
def fit(frame: DataFrame) -> PipelineModel:
    return PipelineModel()


@task(task_config=Spark())
def score(model: PipelineModel, maybe: DataFrame | None = None) -> float:
    return 0.5


@workflow
def my_smart_structured_dataset() -> tuple[int, float]:
    df = spark_df()
    old = adults(frame=df, more=[df])
    return sum_of_all_ages(sd=old), score(model=fit(frame=old), maybe=df)
