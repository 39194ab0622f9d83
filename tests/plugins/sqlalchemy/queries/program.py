"""Queries by SQLAlchemy: with and without outputs, secrets, an image of one's own."""

from flytekit import Resources, Secret, kwtypes, task, workflow
from flytekit.types.schema import FlyteSchema
from flytekitplugins.sqlalchemy import SQLAlchemyConfig, SQLAlchemyTask

DATABASE_URI = "postgresql://reader:NWDMCE5xdipIjRrp@hh-pgsql-public.ebi.ac.uk:5432/pfmegrnargs"

DataSchema = FlyteSchema[kwtypes(sequence_length=int)]

sql_task = SQLAlchemyTask(
    "rna",
    query_template="""
        select len as sequence_length from rna
        where len >= {{ .inputs.min_length }} and len <= {{ .inputs.max_length }} limit {{ .inputs.limit }}
    """,
    inputs=kwtypes(min_length=int, max_length=int, limit=int),
    output_schema_type=DataSchema,
    task_config=SQLAlchemyConfig(uri=DATABASE_URI),
)

with_secrets = SQLAlchemyTask(
    "secretive",
    query_template="insert into t values (1)",
    task_config=SQLAlchemyConfig(
        uri="mysql+pymysql://host/db",
        connect_args={"host": "localhost", "port": 3306, "ssl": None},
        secret_connect_args={
            "password": Secret(group="db", key="password"),
            "user": Secret(group="db", key="user", group_version="2", mount_requirement=Secret.MountType.FILE),
        },
    ),
    output_schema_type=None,
    container_image="ghcr.io/acme/sql:v1",
    secret_requests=[Secret(group="db", key="password")],
    requests=Resources(mem="1Gi"),
)

plain = SQLAlchemyTask("plain", "select 1", SQLAlchemyConfig("sqlite://"))


@task
def mean(data: DataSchema) -> float:
    return 1.0


@workflow
def my_wf(min_length: int = 50, max_length: int = 200, limit: int = 5) -> float:
    with_secrets()
    return mean(data=sql_task(min_length=min_length, max_length=max_length, limit=limit))
