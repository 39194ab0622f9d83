"""A data service beside a training job, and the sensor that removes it."""

import datetime

from flytekit import Resources, kwtypes, task, workflow
from flytekitplugins.k8sdataservice import CleanupSensor, DataServiceConfig, DataServiceTask

service = DataServiceTask(
    name="test",
    task_config=DataServiceConfig(
        Name="gnn",
        Image="image:v1",
        Command=["bash", "-c", "echo hello"],
        Port=40000,
        Replicas=4,
        Requests=Resources(cpu="1", mem="2Gi"),
        Limits=Resources(cpu=2, gpu="1", ephemeral_storage="1Gi"),
        Cluster="ltx1",
    ),
    inputs=kwtypes(ds=str),
)
existing = DataServiceTask("existing", DataServiceConfig(ExistingReleaseName="gnn-ltx1"))
nothing = DataServiceTask("nothing", None)
cleanup = CleanupSensor(name="cleanup", timeout=datetime.timedelta(minutes=5))


@task
def train(name: str) -> str:
    return name


@workflow
def wf(ds: str = "OSS") -> str:
    name = service(ds=ds)
    trained = train(name=name)
    existing() >> nothing()
    trained >> cleanup(release_name=name, cleanup_data_service=True, cluster="ltx1")
    return trained
