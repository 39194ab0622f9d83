# flytekit: AttributeError
from flytekit import workflow


def clean_up(n: int) -> None: ...


@workflow(on_failure=clean_up)  # expect: ?
def wf(n: int) -> int:
    return n
