"""Queries of Snowflake, with and without inputs and outputs."""

from flytekit import StructuredDataset, kwtypes, workflow
from flytekit.core.base_task import TaskMetadata
from flytekitplugins.snowflake import SnowflakeConfig, SnowflakeTask

config = SnowflakeConfig(
    user="flyte",
    account="VUJWTKL-FLYTE",
    database="SNOWFLAKE_SAMPLE_DATA",
    schema="TPCH_SF1000",
    warehouse="COMPUTE_WH",
)

plain = SnowflakeTask(
    name="sql.snowflake.no_io",
    inputs={},
    query_template="SELECT 1",
    output_schema_type=None,
    task_config=config,
)

with_io = SnowflakeTask(
    name="sql.snowflake.w_io",
    inputs=kwtypes(nation_key=int),
    task_config=config,
    query_template="SELECT * from SNOWFLAKE_SAMPLE_DATA.TPCH_SF1000.CUSTOMER\n"
    "  where C_NATIONKEY =  {{ .inputs.nation_key }} limit 100",
    output_schema_type=StructuredDataset,
    metadata=TaskMetadata(retries=3, cache=True, cache_version="1"),
)


class Nightly(SnowflakeTask):
    """A kind of one's own."""

    def get_config(self, settings):
        return {**super().get_config(settings), "role": "NIGHTLY"}


nightly = Nightly("nightly", "CALL nightly()", config)


@workflow
def full_snowflake_wf(nation_key: int = 10) -> StructuredDataset:
    plain()
    nightly()
    return with_io(nation_key=nation_key)
