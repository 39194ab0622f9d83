from typing import Dict, List

from flytekit import TaskMetadata, task, workflow
from flytekit.core.task import Echo

echo = Echo(name="echoes.one", inputs={"a": int})
two = Echo(name="echoes.two", inputs={"a": int, "b": List[str]})
none = Echo(name="echoes.none")
cached = Echo("echoes.cached", {"m": Dict[str, int]}, metadata=TaskMetadata(cache=True, cache_version="1", retries=1))


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> List[str]:
    a, b = two(a=t(n=echo(a=n)), b=["x"])
    none()
    cached(m={"k": a})
    return b
