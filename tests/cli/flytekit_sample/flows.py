"""What `flytec inspect` is to show of files that flytekit wrote."""

import datetime
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from flytekit import (
    CronSchedule,
    Email,
    FixedRate,
    Labels,
    LaunchPlan,
    Resources,
    Secret,
    WorkflowExecutionPhase,
    conditional,
    map_task,
    sleep,
    task,
    wait_for_input,
    workflow,
)
from flytekit.types.file import FlyteFile


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass
class Settings:
    rate: float = 0.1
    layers: list[int] = field(default_factory=lambda: [1, 2])


class Trained(NamedTuple):
    model: FlyteFile
    score: float


@task(
    cache=True,
    cache_version="1.0",
    cache_serialize=True,
    retries=3,
    timeout=datetime.timedelta(minutes=90),
    requests=Resources(cpu="1", mem="500Mi"),
    limits=Resources(cpu="2", gpu="1"),
    environment={"MODE": "fast and loose"},
    secret_requests=[Secret(group="store", key="token")],
    interruptible=True,
)
def train(epochs: int, settings: Settings, colour: Colour = Colour.RED, note: str | None = None) -> Trained:
    """Trains a model.

    Args:
        epochs: how often to go over the data
        settings: how fast to learn
        colour: what to look for
        note: what to remember it by
    """
    return Trained(FlyteFile("model"), 1.0)


@task
def double(x: int) -> int:
    return x * 2


@task
def numbers() -> list[int]:
    return [1]


@workflow
def inner(x: int = 3) -> int:
    return double(x=x)


@workflow
def pipeline(x: int, settings: Settings = Settings(), name: str = "a\tb") -> tuple[int, float]:  # noqa: B008
    """Runs everything."""
    trained = train(epochs=x, settings=settings, note=name).with_overrides(node_name="training", retries=5)
    part = inner(x=x)
    given = numbers()
    map_task(double, concurrency=3, min_success_ratio=0.5)(x=given)
    chosen = (
        conditional("size")
        .if_((x > 3) & (part == 4))
        .then(double(x=part))
        .elif_(x < 0)
        .then(double(x=given[0]))
        .else_()
        .fail("neither large nor negative")
    )
    asked = wait_for_input("answer", timeout=datetime.timedelta(hours=1), expected_type=int)
    pause = sleep(datetime.timedelta(seconds=10))
    pause >> asked  # type: ignore[operator]
    return chosen, trained.score


nightly = LaunchPlan.get_or_create(
    pipeline,
    "nightly",
    default_inputs={"name": "zed"},
    fixed_inputs={"x": 3},
    schedule=CronSchedule(schedule="0 1 * * *"),
    notifications=[Email(phases=[WorkflowExecutionPhase.FAILED], recipients_email=["team@acme.example"])],
    labels=Labels({"team": "forecast"}),
    max_parallelism=5,
)
hourly = LaunchPlan.get_or_create(inner, "hourly", schedule=FixedRate(duration=datetime.timedelta(hours=1)))
