"""Images of Spark tasks: one without a base is built on flytekit's own for Spark."""

from flytekit import ImageSpec, task, workflow
from flytekit.image_spec.image_spec import ImageSpec as Same
from flytekitplugins.spark import DatabricksV2, Spark

NO_BASE = ImageSpec(name="no-base", registry="ghcr.io/acme", packages=["pandas"], builder="noop")
WITH_BASE = Same(name="with-base", registry="ghcr.io/acme", base_image="ghcr.io/acme/base:1", builder="noop")


@task(task_config=Spark(), container_image=NO_BASE)
def on_flytekits() -> None: ...


@task(task_config=Spark(executor_path="/python", applications_path="local:///main.py"), container_image=NO_BASE)
def with_paths() -> None: ...


@task(task_config=DatabricksV2(databricks_conf={}), container_image=WITH_BASE)
def on_ours() -> None: ...


@workflow
def images() -> None:
    on_flytekits() >> with_paths() >> on_ours()
