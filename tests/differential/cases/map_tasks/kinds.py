"""Lists of every kind of type."""

import datetime
import enum
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Dict, List, Optional, Union

from flytekit import HashMethod, map_task, task, workflow
from flytekit.types.directory import FlyteDirectory
from flytekit.types.file import FlyteFile, PNGImageFile


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Point:
    x: int
    y: float = 0.0


@task
def simple(b: bool, f: float, d: datetime.datetime, t: datetime.timedelta) -> str:
    return str(b)


@task
def files(source: FlyteFile, folder: FlyteDirectory, image: PNGImageFile) -> FlyteFile:
    return source


@task
def nested(rows: List[List[int]], names: Dict[str, str]) -> Dict[str, List[int]]:
    return {}


@task
def structured(point: Point, colour: Colour) -> Point:
    return point


@task
def choices(value: Union[int, str], note: Optional[str] = None) -> Union[int, str]:
    return value


@task
def hashed(n: Annotated[int, HashMethod(str)]) -> Annotated[int, HashMethod(str)]:
    return n


@workflow
def wf(
    bs: List[bool],
    fs: List[float],
    ds: List[datetime.datetime],
    ts: List[datetime.timedelta],
    sources: List[FlyteFile],
    folders: List[FlyteDirectory],
    images: List[PNGImageFile],
    rows: List[List[List[int]]],
    names: List[Dict[str, str]],
    points: List[Point],
    colours: List[Colour],
    values: List[Union[int, str]],
    ns: List[Annotated[int, HashMethod(str)]],
) -> List[Optional[Point]]:
    map_task(simple)(b=bs, f=fs, d=ds, t=ts)
    map_task(files)(source=sources, folder=folders, image=images)
    map_task(nested)(rows=rows, names=names)
    map_task(choices)(value=values, note=["a", None])
    map_task(partial(choices, note=None))(value=[1, "a"])
    map_task(hashed)(n=ns)
    map_task(partial(structured, colour=Colour.RED))(point=[Point(1), Point(2, 3.0)])
    return map_task(structured, min_success_ratio=0.5)(point=points, colour=colours)
