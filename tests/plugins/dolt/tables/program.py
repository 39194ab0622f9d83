"""Tables of Dolt, and configurations of them, on their way between tasks."""

import typing

from dolt_integrations.core import NewBranch
from flytekit import task, workflow
from flytekitplugins.dolt import DoltConfig, DoltTable

db_path = "/data/foo"
user_conf = DoltConfig(db_path=db_path, tablename="users")
on_branch = DoltConfig(db_path, tablename="users", branch_conf=NewBranch("run/a"))
queried = DoltTable(DoltConfig(db_path, sql="select 1", io_args={"a": [1, "b"]}))


@task
def populate_users(a: int) -> DoltTable:
    return DoltTable(data=None, config=user_conf)


@task
def unwrap(table: DoltTable) -> str:
    return "table"


@task
def confs(a: int) -> typing.Tuple[DoltConfig, DoltTable, DoltConfig]:
    return user_conf, DoltTable(config=on_branch), on_branch


@task
def filtered(all_users: DoltTable, conf: DoltConfig, tables: typing.List[DoltTable]) -> DoltTable | None:
    return all_users


@task
def defaults(table: DoltTable = queried) -> str:
    return "table"


@workflow
def wf(a: int = 3) -> str:
    users = populate_users(a=a)
    first, table, _ = confs(a=a)
    filtered(all_users=table, conf=first, tables=[users, table])
    defaults(table=DoltTable(config=user_conf))
    unwrap(table=users)
    return defaults()
