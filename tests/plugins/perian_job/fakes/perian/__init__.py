"""Stands for PERIAN's client, whose present release lacks what the plug-in imports; its connector alone uses it."""

from typing import Any


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (), {})
