"""LaunchPlan.get_default_launch_plan."""

from flows import no_inputs, scaling
from flytekit import FlyteContextManager, LaunchPlan
from flytekit.core import context_manager

first = LaunchPlan.get_default_launch_plan(FlyteContextManager.current_context(), scaling)
second = LaunchPlan.get_default_launch_plan(context_manager.FlyteContextManager.current_context(), no_inputs)
