from flytekit import SQLTask, kwtypes, task, workflow
from flytekit.extras.sqlite3.task import SQLite3Config, SQLite3Task
from flytekit.models import task as task_models
from flytekit.types.schema import FlyteSchema

plain = SQLTask(
    name="queries.plain",
    query_template="""
        SELECT *
        FROM   users
        WHERE  id = {{ .inputs.user }}
    """,
    inputs=kwtypes(user=int),
    outputs=kwtypes(rows=FlyteSchema),
    task_config=None,
)
sqlite = SQLite3Task(
    name="queries.sqlite",
    query_template="select * from tracks limit {{.inputs.limit}}",
    inputs=kwtypes(limit=int),
    task_config=SQLite3Config(uri="https://example.org/chinook.zip", compressed=True),
    output_schema_type=FlyteSchema[kwtypes(TrackId=int, Name=str)],
)
untyped = SQLite3Task(
    name="queries.untyped",
    query_template="select 1",
    task_config=SQLite3Config(uri="s3://bucket/db.sqlite"),
    container_image="alpine:3.20",
)


class StatementTask(SQLTask):
    """Runs where the plug-in is."""

    def get_sql(self, settings):
        return task_models.Sql(statement=self.query_template, dialect=task_models.Sql.Dialect.HIVE)

    def get_custom(self, settings):
        return {"project": settings.project, "catalog": self.task_config["catalog"]}


hive = StatementTask(
    name="queries.hive",
    query_template="select  a,\tb from t\n",
    task_config={"catalog": "main"},
    task_type="hive",
    task_type_version=3,
    outputs=kwtypes(rows=FlyteSchema),
)
assert plain.query_template == "SELECT * FROM users WHERE id = {{ .inputs.user }}"
assert plain.get_query(user=3) == "SELECT * FROM users WHERE id = 3"


@task
def limit() -> int:
    return 3


@workflow
def wf() -> FlyteSchema:
    hive()
    plain(user=1)
    return sqlite(limit=limit())
