# flytekit: AttributeError
from flytekit import LaunchPlan, reference_workflow


@reference_workflow(project="p", domain="d", name="n", version="v")
def elsewhere(n: int) -> int:
    return n


plan = LaunchPlan.get_or_create(elsewhere)  # expect: FTC201 a launch plan of n has no name, but that workflow is a reference
