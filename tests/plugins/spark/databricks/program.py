"""Jobs of Databricks, of both generations."""

from flytekit import task, workflow
from flytekitplugins.spark import Databricks, DatabricksV2
from flytekitplugins.spark.task import PysparkFunctionTask

CONF = {
    "run_name": "flytekit databricks plugin example",
    "new_cluster": {
        "spark_version": "11.0.x-scala2.12",
        "node_type_id": "r3.xlarge",
        "aws_attributes": {"availability": "ON_DEMAND", "first_on_demand": 1},
        "num_workers": 4,
        "ratio": 0.5,
        "tags": ["a", "b"],
        "elastic": True,
        "nothing": None,
    },
    "timeout_seconds": 3600,
    "max_retries": 1,
}


@task(
    task_config=DatabricksV2(
        spark_conf={"spark.driver.memory": "1000M"},
        databricks_conf=CONF,
        databricks_instance="account.cloud.databricks.com",
    )
)
def second(n: int) -> int:
    return n


@task(task_config=Databricks(spark_conf={"a": "b"}, databricks_conf=CONF, databricks_instance="x.databricks.com"))
def first(n: int) -> int:
    return n


@task(task_config=Databricks(databricks_conf={}))
def bare_first() -> None: ...


@task(
    task_config=DatabricksV2(
        databricks_conf={"environment_key": "default", "environments": [{"spec": {"client": "1"}}]},
        databricks_service_credential_provider="provider",
        databricks_token_secret="token",
        databricks_auth_type="oauth_m2m",
        databricks_client_id="client",
        databricks_oauth_secret="oauth",
        databricks_oidc_token_file="/var/run/token",
        databricks_oidc_audience="audience",
        notebook_path="/Users/someone/notebook",
        notebook_base_parameters={"p": "1"},
    )
)
def notebook() -> None: ...


class Named(PysparkFunctionTask):
    """A kind of the user's own."""

    def get_custom(self, settings):
        return {**super().get_custom(settings), "name": settings.version}


def plain(n: int) -> int:
    return n


named = Named(DatabricksV2(databricks_conf={"existing_cluster_id": "c"}), plain)


@workflow
def both(n: int) -> int:
    bare_first()
    notebook()
    named(n=n)
    return second(n=first(n=n))
