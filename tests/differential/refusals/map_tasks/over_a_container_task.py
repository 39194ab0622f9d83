# flytekit: ValueError
from flytekit import ContainerTask, kwtypes, map_task

count = ContainerTask(
    name="count",
    image="ghcr.io/acme/tools:v1",
    inputs=kwtypes(n=int),
    outputs=kwtypes(total=int),
    command=["count"],
)
mapped = map_task(count)  # expect: FTC201 map_task is given ContainerTask count, expected a @task that is neither @dynamic nor @eager, a PythonInstanceTask or a launch plan
