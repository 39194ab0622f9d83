from flytekit import LaunchPlan, Workflow, task


@task
def double(n: int) -> int:
    return 2 * n


late = Workflow("imperative.late")
first = late.add_workflow_input("first", int)
# A launch plan takes the inputs that the workflow has at this moment.
early = LaunchPlan.create("imperative.early_plan", late, default_inputs={"first": 1})
second = late.add_workflow_input("second", int)
late.add_entity(double, n=first)
late.add_workflow_output("twice", late.add_entity(double, n=second).o0)
afterwards = LaunchPlan.create("imperative.late_plan", late, fixed_inputs={"second": 2})

half_way = Workflow("imperative.half_way")
half_way.add_workflow_input("n", int)
LaunchPlan.get_or_create(half_way)
half_way.add_workflow_input("m", int)
half_way.add_entity(double, n=half_way.inputs["n"])
half_way.add_entity(double, n=half_way.inputs["m"])
