# flytekit: FlyteFailureNodeInputMismatchException
from typing import Annotated, Optional

from flytekit import task, workflow


@task
def clean_up(n: int, note: Annotated[Optional[str], "note"] = None): ...


@workflow(on_failure=clean_up)  # expect: FTC201 workflow annotated_optional.wf fails to annotated_optional.clean_up, which has a further input 'note' of type typing.Annotated[typing.Optional[str], 'note']
def wf(n: int): ...
