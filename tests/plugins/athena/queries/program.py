"""Queries for Athena."""

from flytekit import kwtypes, workflow
from flytekit.types.schema import FlyteSchema
from flytekitplugins.athena import AthenaConfig, AthenaTask

no_io = AthenaTask(name="sql.athena.no_io", inputs={}, query_template="select 1")

typed = AthenaTask(
    name="sql.athena.with_io",
    inputs=kwtypes(limit=int),
    query_template="select * from vaccinations limit {{ .inputs.limit }}",
    output_schema_type=FlyteSchema,
    task_config=AthenaConfig(database="vaccinations", workgroup="wg", catalog="c"),
)


@workflow
def wf(limit: int) -> FlyteSchema:
    no_io()
    return typed(limit=limit)
