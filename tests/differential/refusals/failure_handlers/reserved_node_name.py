# flytekit: ValueError
from flytekit import task, workflow


@task
def t(n: int): ...


@workflow
def wf(n: int):
    t(n=n).with_overrides(node_name="efn")  # expect: FTC201 node id 'efn' of workflow reserved_node_name.wf is the failure node's
