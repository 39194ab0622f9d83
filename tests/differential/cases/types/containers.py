"""Lists and dicts, typed, untyped, nested, bare."""

import typing
from typing import Dict, List

from flytekit import task, workflow


@task
def typed(a: List[int], b: list[str], c: Dict[str, float], d: dict[str, bool]) -> List[Dict[str, int]]:
    return []


@task
def nested(a: List[List[List[int]]], b: Dict[str, Dict[str, List[str]]]) -> Dict[str, List[int]]:
    return {}


@task
def untyped_dict(a: dict, b: Dict) -> dict:
    return a


@task
def other_keys(a: Dict[int, str], b: Dict[bool, int]) -> Dict[int, float]:
    return {}


@task
def made() -> List[int]:
    return []


@workflow
def wf(
    xs: List[int] = [3, 1, 2],
    empty: List[str] = [],
    m: Dict[str, float] = {"z": 0.5, "a": 1.5},
    deep: Dict[str, Dict[str, List[str]]] = {"x": {"y": ["z"]}, "e": {}},
    loose: dict = {"a": [1, 2.5, "x", None, True], "b": {"c": 1}},
    numbered: Dict[int, str] = {1: "one", 2: "two"},
) -> List[int]:
    typed(a=xs, b=empty, c=m, d={"t": True})
    nested(a=[[[1], []], []], b=deep)
    untyped_dict(a=loose, b={"k": 1})
    untyped_dict(a={"constant": [1, 2]}, b={})
    other_keys(a=numbered, b={True: 1})
    other_keys(a={5: "five"}, b={False: 0})
    return made()
