from flytekit import FixedRate, LaunchPlan, reference_workflow, workflow
from datetime import timedelta


@reference_workflow(project="shared", domain="production", name="shared.flows.train", version="v3")
def train(epochs: int, rate: float = 0.5) -> float:
    return 0.0


# A launch plan may start a workflow that is registered already: its id is emitted as it is.
often = LaunchPlan.create(
    "references.often", train, default_inputs={"epochs": 3}, schedule=FixedRate(timedelta(hours=1))
)
fixed = LaunchPlan.get_or_create(train, "references.fixed", fixed_inputs={"rate": 0.1})


@workflow
def wf() -> float:
    fixed(epochs=4)
    return often(rate=0.5)
