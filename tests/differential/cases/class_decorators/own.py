"""Decorators that are classes, of the user's own and flytekit's."""

import functools
from typing import Any, Callable, Optional

from flytekit import PodTemplate, dynamic, map_task, task, workflow
from flytekit.core.utils import ClassDecorator
from flytekit.interactive import VscodeConfig, vscode
from flytekit.interactive.vscode_lib.decorator import vscode as same


class link(ClassDecorator):
    def __init__(self, task_function: Optional[Callable] = None, port: int = 1, **kwargs: Any):
        self.port = port
        super().__init__(task_function, port=port, **kwargs)

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        return self.task_function(*args, **kwargs)

    def get_extra_config(self) -> dict[str, str]:
        return {self.LINK_TYPE_KEY: "own", self.PORT_KEY: str(self.port), "primary_container_name": "replaced"}


def plain(function: Callable) -> Callable:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


@task
@link
def bare(a: int, b: str = "x") -> int:
    """Documented.

    Args:
        a: an input
    """
    return a


@task
@link(port=9)
def with_arguments(a: int) -> int:
    return a


@task(pod_template=PodTemplate())
@link
def in_pod(a: int) -> int:
    return a


@task
@link
@plain
def around(a: int) -> int:
    return a


@task
@plain
@link
def inside(a: int) -> int:
    return a


@task
@vscode
def edited(a: int) -> int:
    return a


@task
@vscode(port=8081, max_idle_seconds=60, run_task_first=True, config=VscodeConfig())
def edited_elsewhere(a: int) -> int:
    return a


@dynamic
@same(enable=False)
def edited_later(a: int) -> int:
    return a


@workflow
def flow(a: int, xs: list[int]) -> list[int]:
    bare(a=a)
    return map_task(edited)(a=xs)
