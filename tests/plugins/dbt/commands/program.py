"""dbt's commands."""

from flytekit import task, workflow
from flytekitplugins.dbt.schema import DBTFreshnessInput, DBTRunInput, DBTRunOutput, DBTTestInput, DBTTestOutput
from flytekitplugins.dbt.task import DBTFreshness, DBTRun, DBTTest

dbt_run = DBTRun(name="example-run-task")
dbt_test = DBTTest(name="example-test-task")
dbt_freshness = DBTFreshness(name="example-freshness-task")


@task
def fresh(a: DBTFreshnessInput) -> DBTFreshnessInput:
    return a


@workflow
def my_workflow() -> tuple[DBTRunOutput, DBTTestOutput]:
    run = dbt_run(
        input=DBTRunInput(
            project_dir="tests/jaffle_shop",
            profiles_dir="tests/jaffle_shop/profiles",
            profile="jaffle_shop",
            select=["tag:something"],
            exclude=["tag:something-else"],
        )
    )
    test = dbt_test(
        input=DBTTestInput(
            project_dir="tests/jaffle_shop",
            profiles_dir="tests/jaffle_shop/profiles",
            profile="jaffle_shop",
            select=["tag:something"],
        )
    )
    return run, test
