from flytekit import LaunchPlan, workflow

from ... import alpha
from ..tasks import shared


@workflow
def flow(n: int) -> int:
    return alpha.wf(n=shared(n=n))


LaunchPlan.get_or_create(flow, "unassigned", fixed_inputs={"n": 1})
