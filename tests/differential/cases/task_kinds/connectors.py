"""Tasks that a connector runs: user classes derive from flytekit's executor mixins."""

from dataclasses import dataclass
from typing import Any, Dict, Optional

from flytekit import kwtypes, task, workflow
from flytekit.configuration import SerializationSettings
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface
from flytekit.core.python_function_task import PythonFunctionTask, PythonInstanceTask
from flytekit.extend import TaskPlugins
from flytekit.extend.backend.base_agent import AsyncAgentBase, AsyncAgentExecutorMixin, AgentRegistry, SyncAgentExecutorMixin
from flytekit.extend.backend.base_connector import (
    AsyncConnectorBase,
    AsyncConnectorExecutorMixin,
    ConnectorRegistry,
    Resource,
    ResourceMeta,
    SyncConnectorBase,
    SyncConnectorExecutorMixin,
)
from flytekit.extend.backend.utils import convert_to_flyte_phase, get_connector_secret


@dataclass
class JobMetadata(ResourceMeta):
    job_id: str


class JobConnector(AsyncConnectorBase):
    name = "Job connector"

    def __init__(self):
        super().__init__(task_type_name="job", metadata_type=JobMetadata)

    async def create(self, task_template, inputs: Optional[Any] = None, **kwargs) -> JobMetadata:
        return JobMetadata(get_connector_secret("token"))

    async def get(self, resource_meta: JobMetadata, **kwargs) -> Resource:
        return Resource(phase=convert_to_flyte_phase("done"))

    async def delete(self, resource_meta: JobMetadata, **kwargs):
        return


class SyncJob(SyncConnectorBase):
    name = "Sync"

    def __init__(self):
        super().__init__(task_type_name="sync-job")

    def do(self, task_template, output_prefix, inputs=None, **kwargs) -> Resource:
        return Resource(phase=4)


ConnectorRegistry.register(JobConnector())
AgentRegistry.register(SyncJob(), override=True)


class JobTask(AsyncConnectorExecutorMixin, PythonTask):
    def __init__(self, name: str, query: str, **kwargs):
        super().__init__(task_type="job", name=name, interface=Interface(kwtypes(n=int), kwtypes(rows=int)), **kwargs)
        self.query = query

    def get_custom(self, settings: SerializationSettings) -> Dict[str, Any]:
        return {"query": self.query}


class SyncJobTask(SyncAgentExecutorMixin, PythonInstanceTask):
    def __init__(self, name: str):
        super().__init__(name, None, task_type="sync-job", interface=Interface())


@dataclass
class Remote:
    machine: str = "large"


class RemoteTask(AsyncAgentExecutorMixin, PythonFunctionTask[Remote]):
    def __init__(self, task_config: Remote, task_function, **kwargs):
        super().__init__(task_config=task_config, task_function=task_function, task_type="remote", **kwargs)

    def get_custom(self, settings):
        return {"machine": self.task_config.machine}


TaskPlugins.register_pythontask_plugin(Remote, RemoteTask)

job = JobTask("connectors.job", "select 1")
sync_job = SyncJobTask("connectors.sync")


@task(task_config=Remote("small"), container_image="alpine:3.20")
def remote(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    sync_job()
    return remote(n=job(n=n))
