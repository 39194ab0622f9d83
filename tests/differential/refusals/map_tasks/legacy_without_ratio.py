# flytekit: AttributeError
from flytekit import task
from flytekit.core.legacy_map_task import MapPythonTask


@task
def t(n: int) -> int:
    return n


mapped = MapPythonTask(t)  # expect: FTC201 mapping over legacy_without_ratio.t: min_success_ratio is None, expected a number from 0 to 1
