# flytekit: ValueError
from flytekit import map_task, task


@task
def t(n: int) -> int:
    return n


mapped = map_task(t, bound_inputs={"m"}, bound_inputs_values={"n": 1})  # expect: FTC201 mapping over bound_differently.t: bound_inputs and bound_inputs_values name different inputs
