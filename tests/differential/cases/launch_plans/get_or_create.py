"""LaunchPlan.get_or_create, named and default."""

from flows import no_inputs, scaling
from flytekit import LaunchPlan

default = LaunchPlan.get_or_create(scaling)
default_again = LaunchPlan.get_or_create(workflow=scaling)
named = LaunchPlan.get_or_create(scaling, "named", default_inputs={"n": 1})
named_again = LaunchPlan.get_or_create(scaling, "named", default_inputs={"n": 1})
by_keywords = LaunchPlan.get_or_create(name="by_keywords", workflow=no_inputs, max_parallelism=3)
assert default is default_again
assert named is named_again
