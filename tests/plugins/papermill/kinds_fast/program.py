"""Notebooks of the kinds that other plug-ins have: their pods and command lines count, their data does not."""

from pathlib import Path

from flytekit import workflow
from flytekitplugins.dask import Dask, WorkerGroup
from flytekitplugins.kfmpi import HorovodJob, Launcher, Worker
from flytekitplugins.papermill import NotebookTask
from flytekitplugins.pod import Pod
from kubernetes.client import V1Container, V1PodSpec

NOTEBOOK = Path(__file__).parent / "square.ipynb"

in_pod = NotebookTask(
    "pod", NOTEBOOK, task_config=Pod(V1PodSpec(containers=[V1Container(name="primary")]), labels={"a": "b"})
)
on_dask = NotebookTask("dask", NOTEBOOK, task_config=Dask(workers=WorkerGroup(number_of_workers=3)))
on_mpi = NotebookTask("mpi", NOTEBOOK, task_config=HorovodJob(launcher=Launcher(replicas=1), worker=Worker(replicas=2)))


@workflow
def wf() -> None:
    in_pod() >> on_dask() >> on_mpi()
