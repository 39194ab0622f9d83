"""The steps."""

from datetime import timedelta
from typing import Dict, List

from flytekit import Resources, Secret, task
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import CSVFile, FlyteFile

from .model import Counts, Job, Table

SMALL = Resources(cpu="500m", mem="512Mi")
DATABASE = [Secret(group="db", key="user"), Secret(group="db", key="password")]


@task(retries=3, secret_requests=DATABASE, requests=SMALL, timeout=timedelta(minutes=10))
def extract(job: Job, table: Table) -> CSVFile:
    """Reads one table.

    :param job: what to do
    :param table: the table to read
    :return: its rows
    """
    return CSVFile("/tmp/out.csv")


@task(cache=True, cache_version="1.1", cache_ignore_input_vars=("verbose",), requests=SMALL, limits=SMALL)
def validate(rows: CSVFile, rules: Dict[str, List[str]], verbose: bool = False) -> Counts:
    """Checks the rows."""
    return Counts(0, 0, {})


@task(environment={"TARGET": "warehouse"})
def load(files: List[CSVFile], counts: List[int]) -> FlyteDirectory:
    return FlyteDirectory("/tmp")


@task
def tables_of(job: Job) -> List[Table]:
    return job.tables


@task
def report(folder: FlyteDirectory, read: int, rejected: Dict[str, int]) -> FlyteFile:
    return FlyteFile("/tmp/report.html")
