"""Queries for Hive."""

from flytekit import TaskMetadata, kwtypes, task, workflow
from flytekit.types.schema import FlyteSchema
from flytekitplugins.hive import HiveConfig, HiveSelectTask, HiveTask

no_io = HiveTask(name="sql.hive.no_io", inputs={}, query_template="select 1")

typed = HiveTask(
    name="sql.hive.with_io",
    inputs=kwtypes(country_id=int),
    task_config=HiveConfig(cluster_label="flyte", tags=["a", "b"]),
    query_template="select * from countries where id = {{ .inputs.country_id }}",
    output_schema_type=FlyteSchema[kwtypes(x=int)],
    metadata=TaskMetadata(retries=2),
)

select = HiveSelectTask(
    name="sql.hive.select",
    inputs=kwtypes(s=str),
    select_query=" select * from t where a = '{{ .inputs.s }}' ; ",
    output_schema_type=FlyteSchema,
    stage_query="set hive.execution.engine=tez;",
    config=HiveConfig(cluster_label="x"),
)


@task
def use(table: FlyteSchema) -> int:
    return 1


@workflow
def wf(country_id: int) -> int:
    no_io()
    select(s="x")
    return use(table=typed(country_id=country_id))
