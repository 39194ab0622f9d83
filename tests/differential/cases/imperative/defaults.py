from typing import List, Optional

from flytekit import LaunchPlan, Workflow, task, workflow


@task
def describe(count: int, label: Optional[str], names: List[str]) -> str:
    return f"{label}{count}{names}"


# A tuple of type and default is what flytekit's interface takes, and so does an imperative workflow's input.
defaults = Workflow("imperative.defaults")
count = defaults.add_workflow_input("count", (int, 3))
label = defaults.add_workflow_input("label", Optional[str])
names = defaults.add_workflow_input("names", (List[str], ["a", "b"]))
node = defaults.add_entity(describe, count=count, label=label, names=names)
defaults.add_workflow_output("text", node.o0)

plan = LaunchPlan.create("imperative.defaults.plan", defaults, default_inputs={"count": 4}, fixed_inputs={"label": "x"})


@workflow
def uses_defaults() -> str:
    return defaults(names=["c"], label="z")


@workflow
def uses_plan() -> str:
    return plan(names=["c"])
