"""Scripts that Slurm runs: of the cluster's, and of the task's own."""

from flytekit import workflow
from flytekit.core.base_task import TaskMetadata
from flytekitplugins.slurm import SlurmConfig, SlurmScriptConfig, SlurmShellTask, SlurmTask

echo_job = SlurmTask(
    name="echo-job",
    task_config=SlurmScriptConfig(
        ssh_config={"host": "aws2", "username": "ubuntu"},
        sbatch_config={"partition": "debug", "job-name": "tiny-slurm", "output": "/home/ubuntu/echo.log"},
        batch_script_path="/home/ubuntu/echo.sh",
        batch_script_args=["1"],
    ),
)

bare = SlurmTask(
    name="bare",
    task_config=SlurmScriptConfig(ssh_config={"host": "aws2"}, batch_script_path="/run.sh"),
    metadata=TaskMetadata(retries=2),
)

shell_task = SlurmShellTask(
    name="test-shell",
    script="#!/bin/bash\n\necho 'hello'\n",
    task_config=SlurmConfig(
        ssh_config={"host": "aws2", "client_keys": "~/.ssh/k.pem"},
        sbatch_config={"partition": "debug"},
        batch_script_args=["a", "b"],
    ),
)

bare_shell = SlurmShellTask("bare-shell", SlurmConfig({"host": "aws2"}), "true")


@workflow
def wf() -> None:
    echo_job() >> shell_task()
    bare()
    bare_shell()
