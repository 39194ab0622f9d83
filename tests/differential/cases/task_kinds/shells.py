from typing import Dict

from flytekit import Resources, kwtypes, task, workflow
from flytekit.extras.tasks.shell import OutputLocation, RawShellTask, ShellTask, get_raw_shell_task
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import CSVFile, FlyteFile

list_files = ShellTask(
    name="list-files",
    debug=True,
    script="""
    set -e
    ls {inputs.folder} > {outputs.listing}
    """,
    inputs=kwtypes(folder=FlyteDirectory, depth=int),
    output_locs=[OutputLocation(var="listing", var_type=FlyteFile, location="{inputs.folder}/listing.txt")],
)
several = ShellTask(
    name="shells.several",
    script="true",
    shell="/bin/bash",
    inputs=kwtypes(flag=bool),
    output_locs=[
        OutputLocation("folder", FlyteDirectory, "out"),
        OutputLocation("table", CSVFile, location="out/table.csv"),
    ],
    container_image="alpine:3.20",
    requests=Resources(cpu="1"),
    environment={"A": "b"},
)
bare = ShellTask(name="shells.bare", script="echo hello")
raw = RawShellTask(
    name="shells.raw",
    debug=False,
    inputs=kwtypes(env=Dict[str, str], script_args=str, script_file=str),
    output_locs=[OutputLocation(var="out", var_type=FlyteDirectory, location="{ctx.working_directory}")],
    script="{inputs.export_env} bash {inputs.script_file} {inputs.script_args}",
)
ready_made = get_raw_shell_task(name="shells.ready_made")


@task
def folder() -> FlyteDirectory:
    return FlyteDirectory("x")


@workflow
def wf() -> FlyteFile:
    bare()
    raw(env={"A": "b"}, script_args="-x", script_file="run.sh")
    return list_files(folder=folder(), depth=2)
