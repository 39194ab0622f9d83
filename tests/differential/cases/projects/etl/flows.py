"""The flows."""

from datetime import datetime, timedelta
from typing import Dict, List, Tuple

from flytekit import CronSchedule, LaunchPlan, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile

from . import steps
from .model import Job, Source, Table, Window

RULES: Dict[str, List[str]] = {"price": ["positive"], "email": ["unique", "wellformed"]}
NIGHT = Window(start=datetime(2024, 1, 1), end=datetime(2024, 1, 2))
ORDERS = Table(name="orders", columns={"id": "int", "price": "float"}, partitions=["day"])


@workflow
def one_table(job: Job, table: Table = ORDERS) -> Tuple[FlyteDirectory, int]:
    """Copies one table.

    :param job: the whole job
    :param table: one of its tables
    """
    rows = steps.extract(job=job, table=table)
    counts = steps.validate(rows=rows, rules=RULES)
    folder = steps.load(files=[rows], counts=[counts.read, counts.written])
    return folder, counts.rejected["price"]


@workflow
def nightly(
    job: Job = Job(source=Source.WEB, window=NIGHT, tables=[ORDERS], limits={"rows": 10}),
) -> Tuple[FlyteFile, FlyteDirectory]:
    """Copies the first two tables and reports."""
    tables = steps.tables_of(job=job)
    first, rejected = one_table(job=job, table=tables[0])
    second, _ = one_table(job=job, table=tables[1])
    page = steps.report(folder=first, read=rejected, rejected={"first": rejected, "rest": 0})
    return page.with_overrides(node_name="page", retries=1), second


web = LaunchPlan.get_or_create(
    nightly,
    "etl_web",
    default_inputs={"job": Job(Source.WEB, NIGHT, [ORDERS])},
    schedule=CronSchedule(schedule="15 4 * * *"),
)
store = LaunchPlan.get_or_create(
    nightly, "etl_store", fixed_inputs={"job": Job(Source.STORE, NIGHT, [ORDERS], {"rows": 5})}, max_parallelism=4
)
