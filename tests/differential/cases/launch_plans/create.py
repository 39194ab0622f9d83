"""LaunchPlan.create with inputs."""

from datetime import datetime

from flows import no_inputs, scaling, stamping
from flytekit import LaunchPlan

only_a_name = LaunchPlan.create("only_a_name", scaling)
defaults = LaunchPlan.create("defaults", scaling, default_inputs={"n": 5, "by": 1.5})
fixed = LaunchPlan.create("fixed", scaling, fixed_inputs={"n": 7})
both = LaunchPlan.create("both", scaling, default_inputs={"label": "mine"}, fixed_inputs={"n": 1, "by": 0.25})
all_fixed = LaunchPlan.create("all_fixed", scaling, fixed_inputs={"n": 1, "by": 0.25, "label": ""})
times = LaunchPlan.create(
    "times", stamping, default_inputs={"at": datetime(2024, 1, 1)}, fixed_inputs={"tags": ["x", "y"]}
)
empty = LaunchPlan.create("empty", no_inputs)
dotted = LaunchPlan.create("acme.team.dotted-name_1", no_inputs)
