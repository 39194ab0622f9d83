"""Every kind of task as a node of an imperative workflow."""

from datetime import timedelta
from typing import List

from flytekit import ContainerTask, Workflow, dynamic, kwtypes, map_task, reference_task, task
from flytekit.core.task import Echo
from flytekit.extras.tasks.shell import ShellTask
from flytekit.sensor.file_sensor import FileSensor


@task
def square(n: int) -> int:
    return n * n


@task
async def slow(n: int) -> int:
    return n


@dynamic
def many(n: int) -> List[int]:
    return [square(n=i) for i in range(n)]


@reference_task(project="p", domain="d", name="remote", version="v")
def remote(n: int) -> int:
    ...


container = ContainerTask("mixed.container", "alpine", ["true"], inputs=kwtypes(n=int), outputs=kwtypes(m=int))
shell = ShellTask("mixed.shell", script="echo {inputs.n}", inputs=kwtypes(n=int))
echo = Echo("mixed.echo", kwtypes(n=int))
sensor = FileSensor("mixed.sensor", timeout=timedelta(minutes=1))

wf = Workflow("imperative.mixed")
n = wf.add_workflow_input("n", int)
numbers = wf.add_entity(many, n=n)
squares = wf.add_task(map_task(square), n=numbers.o0)
waited = wf.add_entity(sensor, path="s3://bucket/ready")
slowly = wf.add_entity(slow, n=n)
contained = wf.add_entity(container, n=slowly.o0)
wf.add_entity(shell, n=contained.outputs["m"])
echoed = wf.add_entity(echo, n=contained.m)
far = wf.add_entity(remote, n=echoed.o0)
waited >> numbers
wf.add_workflow_output("squares", squares.o0)
wf.add_workflow_output("far", [far.o0, echoed.o0], List[int])
