"""None for arguments that are not given."""

from flytekit import LaunchPlan, task, workflow
from flytekit.models.common import RawOutputDataConfig


@task(cache=None, retries=None, interruptible=None, deprecated=None, environment=None, requests=None, labels=None)
def t(n: int) -> int:
    return n


@task(cache=True, cache_version="1", cache_serialize=None, cache_ignore_input_vars=None, docs=None, timeout=None)
def cached(n: int) -> int:
    return n


@workflow(interruptible=False, failure_policy=None, on_failure=None, docs=None, default_options=None)
def wf(n: int) -> int:
    return cached(n=t(n=n).with_overrides(retries=None, name=None, timeout=None))


LaunchPlan.get_or_create(wf, "plan", labels=None, max_parallelism=None, raw_output_data_config=RawOutputDataConfig(None))
