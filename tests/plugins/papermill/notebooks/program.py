"""Notebooks as tasks: what they take and give, and where they run."""

import pathlib

from flytekit import ImageSpec, PodTemplate, Resources, TaskMetadata, kwtypes, task, workflow
from flytekit.types.file import FlyteFile, HTMLPage, PythonNotebook
from flytekitplugins.papermill import NotebookTask

NOTEBOOK = str(pathlib.Path(__file__).parent.absolute() / "square.ipynb")

square = NotebookTask(
    name="simple-nb",
    notebook_path=NOTEBOOK,
    render_deck=True,
    enable_deck=True,
    inputs=kwtypes(v=float),
    outputs=kwtypes(square=float),
)

outputs = kwtypes(square=float)
bare = NotebookTask("program.bare", NOTEBOOK, output_notebooks=False, outputs=outputs)

everything = NotebookTask(
    name="program.everything",
    notebook_path="square.ipynb",
    stream_logs=True,
    inputs=kwtypes(v=float, data=FlyteFile),
    outputs=outputs,
    metadata=TaskMetadata(retries=3, cache=True, cache_version="1.0"),
    container_image="example.org/notebooks:1",
    requests=Resources(cpu="1"),
    limits=Resources(cpu="2", mem="2Gi"),
    environment={"A": "b"},
)

in_pod = NotebookTask(
    name="in-pod",
    notebook_path=NOTEBOOK,
    pod_template=PodTemplate(primary_container_name="main", labels={"a": "b"}),
    container_image=ImageSpec(name="notebooks", base_image="example.org/base:1", builder="noop"),
)


@task
def show(page: HTMLPage, notebook: PythonNotebook, number: float) -> str:
    return f"{number}"


@workflow
def wf(v: float = 3.14) -> str:
    done = square(v=v)
    bare()
    everything(v=done.square, data=done.out_nb)
    in_pod()
    return show(page=done.out_rendered_nb, notebook=done.out_nb, number=done.square)
