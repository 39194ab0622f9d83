"""Functions that Slurm runs."""

from flytekit import Resources, task, workflow
from flytekitplugins.slurm import SlurmFunctionConfig


@task(
    container_image="ghcr.io/acme/slurm:v1",
    task_config=SlurmFunctionConfig(
        ssh_config={"host": "your-slurm-host", "username": "ubuntu", "client_keys": ["~/.ssh/a.pem", "~/.ssh/b.pem"]},
        sbatch_config={"partition": "debug", "job-name": "tiny-slurm", "output": "/home/ubuntu/fn_task.log"},
        script="""#!/bin/bash -i

echo "Run a function..."
{task.fn}
echo "Done!"
""",
    ),
)
def plus_one(x: int) -> int:
    return x + 1


@task(task_config=SlurmFunctionConfig(ssh_config={"host": "h"}), requests=Resources(cpu="1"), retries=2)
def greet(year: int) -> str:
    return f"{year}"


@workflow
def wf(x: int) -> str:
    return greet(year=plus_one(x=x))
