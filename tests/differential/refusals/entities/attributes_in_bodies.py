# flytekit: accepts
from flytekit import task, workflow


@task
def t(n: int) -> int:
    return n


@workflow
def wf(n: int) -> int:
    if hasattr(t, "interface"):  # expect: FTC200 PythonFunctionTask.interface cannot be compiled: the stand-in does not have it
        return t(n=n)
    return n


@workflow
def printed(n: int) -> int:
    print(wf.output_bindings)  # expect: FTC200 PythonFunctionWorkflow.output_bindings cannot be compiled: the stand-in does not have it
    return t(n=n)
