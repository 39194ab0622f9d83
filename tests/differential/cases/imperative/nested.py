from flytekit import CronSchedule, LaunchPlan, Workflow, task, workflow


@task
def add(x: int, y: int) -> int:
    return x + y


@workflow
def tripled(n: int = 5) -> int:
    return add(x=n, y=add(x=n, y=n))


inner = Workflow("imperative.inner")
x = inner.add_workflow_input("x", int)
one_more = inner.add_entity(add, x=x, y=1)
inner.add_workflow_output("result", one_more.o0)

daily = LaunchPlan.get_or_create(inner, "imperative.daily", fixed_inputs={"x": 1}, schedule=CronSchedule(schedule="0 3 * * *"))

outer = Workflow("imperative.outer")
start = outer.add_workflow_input("start", int)
by_subworkflow = outer.add_subwf(inner, x=start)
by_function = outer.add_subwf(tripled, n=by_subworkflow.outputs["result"])
by_default = outer.add_subwf(tripled)
by_plan = outer.add_launch_plan(daily)
by_default_plan = outer.add_launch_plan(LaunchPlan.get_default_launch_plan(None, inner), x=by_plan.result)
by_entity = outer.add_entity(tripled, n=by_default.o0)
outer.add_workflow_output("last", by_entity.o0)
outer.add_workflow_output("planned", by_default_plan.outputs["result"])


@workflow
def around(n: int) -> int:
    last, planned = outer(start=n)
    return add(x=last, y=planned)


@workflow
def by_position(n: int) -> int:
    return inner(n)
