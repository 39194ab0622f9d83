"""Shapes of the data."""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Dict, List, Optional


class Source(Enum):
    WEB = "web"
    STORE = "store"


@dataclass
class Window:
    start: datetime
    end: datetime
    day: Optional[date] = None


@dataclass
class Table:
    name: str
    columns: Dict[str, str] = field(default_factory=dict)
    partitions: List[str] = field(default_factory=list)


@dataclass
class Job:
    source: Source
    window: Window
    tables: List[Table]
    limits: Dict[str, int] = field(default_factory=dict)


class Counts(typing.NamedTuple):
    read: int
    written: int
    rejected: typing.Dict[str, int]
