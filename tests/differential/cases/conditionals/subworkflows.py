"""Which sub-workflows of conditionals are listed with the workflow, and in which order entities come."""

from flytekit import LaunchPlan, conditional, task, workflow


@workflow
def declared_first(n: int) -> int:
    return (
        conditional("early")
        .if_(n > 1)
        .then(late_sub(n=n))
        .elif_(n > 2)
        .then(conditional("inner").if_(n > 3).then(late_inner(n=n)).else_().then(late_task(n=n)))
        .else_()
        .then(late_plan(n=n))
    )


@workflow
def late_inner(n: int) -> int:
    return other_task(n=n)


@workflow
def late_sub(n: int) -> int:
    return late_inner(n=late_task(n=n))


@task
def late_task(n: int) -> int:
    return n


@task
def other_task(n: int) -> int:
    return n


late_plan = LaunchPlan.get_or_create(late_inner, "subworkflows.late")


@workflow
def with_sub_in_branch(n: int) -> int:
    return conditional("sub").if_(n > 1).then(late_sub(n=n)).elif_(n > 2).then(declared_first(n=n)).else_().fail("no")


@workflow
def sub_of_a_conditional_sub(n: int) -> int:
    return with_sub_in_branch(n=n)


@workflow
def both_ways(n: int) -> int:
    a = late_inner(n=n)
    return conditional("both").if_(a > 1).then(late_inner(n=a)).else_().then(late_sub(n=a))


@workflow
def only_nested(n: int) -> int:
    return (
        conditional("outer")
        .if_(n > 1)
        .then(conditional("inner").if_(n > 2).then(late_sub(n=n)).else_().then(late_inner(n=n)))
        .else_()
        .then(late_task(n=n))
    )
