"""Tasks of all packages: decorators on decorators, a pydantic model and a dataclass, an artifact, an image."""

from dataclasses import dataclass, field
from typing import Annotated, Optional

from pydantic import BaseModel

from flytekit import Artifact, Cache, ImageSpec, Resources, task
from shared.decorators import retrying, traced

IMAGE = ImageSpec(name="shared", registry="ghcr.io/acme", packages=["pandas"], python_version="3.11")
Model = Artifact(name="model", partition_keys=["region"])


class Config(BaseModel):
    rate: float = 0.1
    names: list[str] = ["a"]


@dataclass
class Row:
    key: str
    value: int = 0
    tags: dict[str, list[int]] = field(default_factory=dict)


@task(cache=Cache(version="1", ignored_inputs=("x",)), container_image=IMAGE, requests=Resources(cpu="1"))
@traced(level="debug")
@retrying(3)
@traced
def load(x: int, config: Config = Config()) -> list[Row]:
    return []


@task(retries=2)
@traced
def score(row: Row, weight: float) -> int:
    return 1


@task
def choose(scores: list[int]) -> int:
    return 1


@task
def big(a: int) -> Annotated[str, Model(region="SEA")]:
    return ""


@task
def small(a: int) -> str:
    return ""


@task
def cleanup(x: int, err: Optional[str] = None) -> None: ...
