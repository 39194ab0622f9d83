from flytekit import Resources, Workflow, task


@task
def step(n: int = 0) -> int:
    return n


@task
def quiet():
    pass


wf = Workflow("imperative.ordering")
a = wf.add_entity(step)
b = wf.add_entity(quiet)
c = wf.add_entity(step, n=4)
a >> b
b.runs_before(c)
b.with_overrides(node_name="in-between", requests=Resources(cpu="2"), retries=3)
c.o0.with_overrides(node_name="lastOne", interruptible=True)
wf.add_workflow_output("result", c.o0)

# A node by an overridden name, referred to before and after.
renamed = Workflow("imperative.renamed")
first = renamed.add_entity(step, n=1)
renamed.add_entity(step, n=first.o0)
first.with_overrides(node_name="first")
renamed.add_entity(step, n=first.o0)
renamed.add_workflow_output("result", first.o0)
