# flytekit: accepts
from flytekit import map_task, task


@task
def t(n: int) -> int:
    return n


squares = map_task(t)(n=[1, 2])  # expect: FTC209 at_module_level.map_t_6b3bd0353da5de6e84d7982921ead2b3-arraynode is called outside of a workflow's body, which would run it now
