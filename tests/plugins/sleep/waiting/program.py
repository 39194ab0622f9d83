"""Tasks that the control plane lets wait."""

from datetime import timedelta

from flytekit import task, workflow
from flytekitplugins.sleep import Sleep


@task(task_config=Sleep(), retries=2)
def sleep_for(duration: timedelta) -> None: ...


@workflow
def wf(duration: timedelta = timedelta(minutes=5)) -> None:
    sleep_for(duration=duration) >> sleep_for(duration=timedelta(seconds=1))
