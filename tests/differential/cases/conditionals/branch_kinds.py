"""Branches that are tasks, sub-workflows, launch plans, conditionals, or calls that were made elsewhere."""

from flytekit import LaunchPlan, Resources, conditional, task, workflow
from flytekit.core.node_creation import create_node


@task
def add(n: int, m: int = 2) -> int:
    return n + m


@task
def twice(n: int) -> int:
    return 2 * n


@workflow
def sub(n: int, by: int = 4) -> int:
    return add(n=n, m=by)


@workflow
def sub_with_conditional(n: int) -> int:
    return conditional("in_sub").if_(n > 3).then(twice(n=n)).else_().then(sub(n=n))


plan = LaunchPlan.get_or_create(sub, "branch_kinds.plan", default_inputs={"by": 7})
fixed_plan = LaunchPlan.get_or_create(sub, "branch_kinds.fixed", fixed_inputs={"by": 8})


@workflow
def every_kind(n: int) -> int:
    return (
        conditional("kinds")
        .if_(n == 1)
        .then(add(n=n))
        .elif_(n == 2)
        .then(sub(n=n))
        .elif_(n == 3)
        .then(plan(n=n))
        .elif_(n == 4)
        .then(fixed_plan(n=n))
        .elif_(n == 5)
        .then(sub_with_conditional(n=n))
        .elif_(n == 6)
        .then(conditional("inner").if_(n == 7).then(sub(n=n, by=1)).else_().then(plan(n=n, by=2)))
        .else_()
        .then(twice(n=n))
    )


@workflow
def constants_and_defaults() -> int:
    a = twice(n=1)
    return conditional("constants").if_(a == 2).then(add(n=1)).elif_(a == 3).then(add(n=a, m=3)).else_().then(sub(n=5))


@workflow
def with_overrides(n: int) -> int:
    return (
        conditional("overrides")
        .if_(n == 1)
        .then(add(n=n).with_overrides(node_name="Added Here", limits=Resources(cpu="2"), retries=3))
        .elif_(n == 2)
        .then(sub(n=n).with_overrides(name="pretty", interruptible=True, aliases={"o0": "x"}))
        .else_()
        .then(plan(n=n).with_overrides(node_name="planned", timeout=60))
        .with_overrides(node_name="decision", name="Decision", retries=2, timeout=30, aliases={"o0": "y"})
    )


@workflow
def outputs_of_created_nodes(n: int) -> int:
    return (
        conditional("created")
        .if_(n == 1)
        .then(create_node(add, n=n).o0)
        .else_()
        .then(create_node(sub, n=n).outputs["o0"])
    )


@workflow
def made_before(n: int) -> int:
    a = add(n=n)
    b = sub(n=a)
    return conditional("before").if_(n == 1).then(a).elif_(n == 2).then(b).else_().then(a)


@workflow
def made_between(n: int) -> int:
    section = conditional("between")
    a = twice(n=n)
    begun = section.if_(n > 1).then(a)
    b = sub(n=n)
    middle = begun.elif_(n > 2)
    c = twice(n=3)
    end = middle.then(b).else_()
    return end.then(c)
