# flytekit: ValueError
from flytekit import task, workflow


def inner_body(n: int) -> int:
    @task  # expect: FTC201 task shared_sub_workflow.outer.flytekit.core.python_function_task.shared_sub_workflow.inside: its resolver shared_sub_workflow.outer does not know it, so the container could not find it
    def inside(n: int) -> int:
        return n

    return inside(n=n)


@workflow
def outer(n: int) -> int:
    return inner(n=n)


inner = workflow(inner_body)
