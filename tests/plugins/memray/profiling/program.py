"""Tasks whose memory is watched."""

from flytekit import task, workflow
from flytekitplugins.memray import memray_profiling


@task(enable_deck=True)
@memray_profiling(memray_html_reporter="table", memray_reporter_args=["--leaks"])
def memory_usage(n: int) -> str:
    return str(n)


@task
@memray_profiling
def bare() -> None: ...


@task
@memray_profiling(
    native_traces=True,
    trace_python_allocators=True,
    follow_fork=True,
    memory_interval_ms=100,
    memray_html_reporter="flamegraph",
)
def every_setting(a: int) -> int:
    return a


@workflow
def wf(n: int) -> str:
    bare()
    every_setting(a=n)
    return memory_usage(n=n)
