"""Notebooks on Spark, in pods and in map tasks, registered with an archive of the sources."""

from pathlib import Path

from flytekit import PodTemplate, PythonFunctionTask, Secret, kwtypes, map_task, workflow
from flytekit.extend import TaskPlugins
from flytekit.extras.accelerators import T4
from flytekit.types.directory import FlyteDirectory
from flytekit.types.structured import StructuredDataset
from flytekitplugins.papermill import NotebookTask
from flytekitplugins.spark import Spark

NOTEBOOK = Path(__file__).parent / "square.ipynb"


class Ours:
    pass


class OurTask(PythonFunctionTask):
    def __init__(self, task_config, task_function, **kwargs):
        super().__init__(task_config, task_function, task_type="ours", task_type_version=3, **kwargs)

    def get_custom(self, settings):  # noqa: ARG002
        return {"left": "out"}

    def get_config(self, settings):  # noqa: ARG002
        return {"ours": self.task_config.__class__.__name__}

    def get_command(self, settings):
        return ["launch", *super().get_command(settings)]


TaskPlugins.register_pythontask_plugin(Ours, OurTask)

on_spark = NotebookTask(
    name="spark-nb",
    notebook_path=NOTEBOOK,
    task_config=Spark(spark_conf={"spark.executor.instances": "2"}),
    inputs=kwtypes(rows=StructuredDataset),
    outputs=kwtypes(folder=FlyteDirectory),
    secret_requests=[Secret(group="g", key="k")],
)

on_ours = NotebookTask("ours", NOTEBOOK, task_config=Ours(), accelerator=T4, shared_memory=True)

in_pod = NotebookTask("pod", NOTEBOOK, pod_template=PodTemplate(), pod_template_name="base", interruptible=True)

each = NotebookTask("each", NOTEBOOK, inputs=kwtypes(v=float), outputs=kwtypes(w=float), output_notebooks=False)


@workflow
def wf(rows: StructuredDataset, vs: list[float]) -> FlyteDirectory:
    done = on_spark(rows=rows)
    on_ours() >> in_pod()
    map_task(each)(v=vs)
    return done.folder
