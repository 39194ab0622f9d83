"""Workflows that a program builds: in loops, in functions, by readiness."""

from flytekit import LaunchPlan, Workflow, task
from flytekit.core.workflow import ImperativeWorkflow


@task
def plus_one(n: int) -> int:
    return n + 1


def chain(length: int) -> ImperativeWorkflow:
    wf = Workflow(name=f"imperative.chain_{length}")
    wf.add_workflow_input("n", int)
    value = wf.inputs["n"]
    for _ in range(length):
        value = wf.add_entity(plus_one, n=value).outputs["o0"]
    wf.add_workflow_output("result", value)
    return wf


chains = [chain(length) for length in (1, 3)]
plans = [LaunchPlan.create(f"{wf.name}_from_{n}", wf, fixed_inputs={"n": n}) for n, wf in enumerate(chains)]

steps = Workflow("imperative.steps")
states = [steps.ready()]
steps.add_workflow_input("n", int)
states.append(steps.ready())
steps.add_entity(plus_one, n=3)
states.append(steps.ready())
steps.add_entity(plus_one, n=steps.inputs["n"])
states.append(steps.ready())
described = Workflow("imperative.states_" + "_".join(map(str, states)).lower())
