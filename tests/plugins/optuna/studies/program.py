"""Studies in eager tasks: trials that are tasks, and an objective that takes the trial."""

from typing import Tuple

from flytekit import ImageSpec, Resources, eager, task
from flytekitplugins.optuna import Optimizer, optimize, suggest

IMAGE = ImageSpec(name="optuna", base_image="example.org/base:1", builder="noop")


@task(container_image=IMAGE, requests=Resources(cpu="1"))
async def objective(x: float, y: int, z: int, power: int) -> float:
    return x**power + y + z


@task
async def of_two(x: float) -> Tuple[float, float]:
    return x, -x


@eager(container_image=IMAGE)
async def train(concurrency: int, n_trials: int) -> float:
    optimizer = Optimizer(objective, concurrency, n_trials, delay=1)
    await optimizer(
        x=suggest.float(low=-10, high=10),
        y=suggest.integer(low=-10, high=10),
        z=suggest.category([-5, 0, 3, 6, 9]),
        power=2,
    )
    return optimizer.study.best_value


@optimize(n_trials=10, concurrency=2)
async def tuned(trial, choices: int | float):
    return await objective(x=trial.suggest_float("x", 0, 1), y=1, z=2, power=choices)


plain = optimize(lambda trial, x: trial * x, 1, 3)
at_module_level = Optimizer(objective, concurrency=1, n_trials=2)
space = {"x": suggest.float(0.0, 1.0, step=0.5, log=True), "kind": suggest.category(["a", "b"])}


@eager
async def train_tuned(times: int = 1) -> float:
    await tuned(choices=2)
    return tuned.study.best_value
