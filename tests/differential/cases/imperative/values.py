"""What is bound is what the program's objects held at the time of the call."""

from dataclasses import dataclass, field
from typing import Dict, List

from flytekit import LaunchPlan, Workflow, task, workflow


@dataclass
class Settings:
    rate: float = 0.5
    names: List[str] = field(default_factory=list)


@task
def total(numbers: List[int]) -> int:
    return sum(numbers)


@task
def apply(settings: Settings) -> float:
    return settings.rate


@task
def weigh(counts: Dict[str, int]) -> int:
    return sum(counts.values())


wf = Workflow("imperative.values")
numbers = [1, 2]
first = wf.add_entity(total, numbers=numbers)
numbers.append(3)
second = wf.add_entity(total, numbers=numbers)
collected = [first.o0]
wf.add_entity(total, numbers=collected)
collected.append(second.o0)
wf.add_workflow_output("both", collected, List[int])
collected.append(7)
counts = {"a": 1}
wf.add_entity(weigh, counts=counts)
counts["b"] = 2
weight = wf.add_entity(weigh, counts=counts)
wf.add_workflow_output("weight", weight.o0)


@workflow
def growing() -> List[int]:
    values = []
    sums = []
    for n in range(3):
        values.append(n)
        sums.append(total(numbers=values))
    values.clear()
    return sums


@workflow
def configured() -> float:
    settings = Settings(names=["a"])
    apply(settings=settings)
    settings.rate = 0.7
    settings.names.append("b")
    return apply(settings=settings)


@workflow
def parametrized(numbers: List[int], counts: Dict[str, int]) -> int:
    total(numbers=numbers)
    return weigh(counts=counts)


defaults = {"numbers": numbers, "counts": counts}
plan = LaunchPlan.create("imperative.values.plan", parametrized, default_inputs=defaults)
fixed = LaunchPlan.create("imperative.values.fixed", parametrized, fixed_inputs=defaults)
numbers.clear()
counts.clear()
