"""Map tasks over shell tasks, the tasks without a function that flytekit itself has."""

from functools import partial
from typing import List

from flytekit import kwtypes, map_task, workflow
from flytekit.extras.tasks.shell import OutputLocation, ShellTask
from flytekit.types.file import FlyteFile

count = ShellTask(
    name="count",
    script="wc -l {inputs.source} > {outputs.lines}",
    inputs=kwtypes(source=FlyteFile, top=int),
    output_locs=[OutputLocation(var="lines", var_type=FlyteFile, location="{inputs.source}.lines")],
)
announce = ShellTask(name="announce", script="echo {inputs.text}", inputs=kwtypes(text=str))
counts = map_task(count, concurrency=3)


@workflow
def wf(sources: List[FlyteFile], texts: List[str]) -> List[FlyteFile]:
    map_task(announce)(text=texts)
    counts(source=sources, top=[1, 2])
    return map_task(partial(count, top=5))(source=sources)
