"""None, and values where None could be."""

from typing import List, Optional, Union

from flytekit import task, workflow


@task
def greet(name: Optional[str] = None) -> Optional[str]:
    return name


@task
def either(value: Union[int, str]) -> Union[int, str]:
    return value


@task
def definite() -> str:
    return ""


@task
def many(values: List[Optional[int]]) -> int:
    return 0


@workflow
def none_passed() -> Optional[str]:
    return greet(name=None)


@workflow
def left_out() -> Optional[str]:
    return greet()


@workflow
def value_passed() -> Optional[str]:
    return greet(name="x")


@workflow
def promise_passed() -> Optional[str]:
    return greet(name=definite())


@workflow
def default_none(name: Optional[str] = None) -> Optional[str]:
    return greet(name=name)


@workflow
def default_value(name: Optional[str] = "you") -> Optional[str]:
    return greet(name=name)


@workflow
def required_optional(name: Optional[str]) -> Optional[str]:
    return greet(name=name)


@workflow
def unions(a: Union[int, str] = 5, b: Union[int, str] = "five") -> Union[int, str]:
    either(value=a)
    either(value=3)
    either(value="three")
    return either(value=b)


@workflow
def in_lists() -> int:
    return many(values=[1, None, 3])


@workflow
def pep604(a: int | None = None, b: int | str = 1) -> Union[int, str]:
    return either(value=b)
