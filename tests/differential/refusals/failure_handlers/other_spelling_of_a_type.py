# flytekit: FlyteFailureNodeInputMismatchException
from typing import List

from flytekit import task, workflow


@task
def clean_up(n: List[int]): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow other_spelling_of_a_type.wf fails to other_spelling_of_a_type.clean_up, which takes input 'n' as typing.List[int], not as list[int]
def wf(n: list[int]): ...
